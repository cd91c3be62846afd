import cancelled from '../../../../schemas/examples/travel/contexts/cancelled.json';
import dispute from '../../../../schemas/examples/bank/contexts/dispute.json';
import refund from '../../../../schemas/examples/retail/contexts/refund.json';
import agnes from '../../../../schemas/examples/bank/traits/agnes.json';
import ana from '../../../../schemas/examples/retail/traits/ana.json';
import tom from '../../../../schemas/examples/travel/traits/tom.json';
import type { Json, JsonObject } from '../../../../display/json';
import type { Task } from '../../flex/task';
import { inventedTask, type Sample } from './subject';

export interface Example {
  id: string;
  title: string;
  task: Task;
  sample: Sample;
}

function example(id: string, title: string, channel: string, context: unknown, traits: unknown): Example {
  return {
    id,
    title,
    task: inventedTask(id, context as Json, { channel }),
    sample: { traits: traits as JsonObject, events: [] },
  };
}

/** Invented customers, so that there is something to look at before the first task arrives. */
export const EXAMPLES: readonly Example[] = [
  example('refund', 'A shop: refund', 'whatsapp', refund, ana),
  example('dispute', 'A bank: disputed payment', 'voice', dispute, agnes),
  example('cancelled', 'An airline: cancelled flight', 'chat', cancelled, tom),
];
