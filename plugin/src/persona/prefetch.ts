import type { Manager } from '@twilio/flex-ui';
import { isObject } from '../../../display/json';
import { reportError } from '../log';
import type { ShownTimes } from '../tracking/shown';
import type { PersonaStore } from './personaStore';

/** A reservation as the TaskRouter SDK has it. */
interface Reservation {
  sid: string;
  task: { sid: string; attributes: unknown };
}

/**
 * Asks for the customer of every task as its reservation arrives, so that traits are there when the agent accepts it,
 * and of those that the agent had when Flex started.
 */
export function prefetchWithFlex(manager: Manager, personas: PersonaStore, times: ShownTimes): void {
  const prefetch = ({ sid, task }: Reservation): void => {
    try {
      personas.of({ sid, taskSid: task.sid, attributes: isObject(task.attributes) ? task.attributes : {} });
    } catch (error) {
      reportError('A customer could not be asked for ahead of time', error);
    }
  };
  const worker = manager.workerClient;
  if (worker === undefined) return;
  worker.on('reservationCreated', (reservation: Reservation) => {
    times.reserved(reservation.sid);
    prefetch(reservation);
  });
  worker.reservations.forEach(prefetch);
}
