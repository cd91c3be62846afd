import React from 'react';
import type { Notification } from '@twilio/flex-ui';
import type { Flex } from '../flex/placements';
import { reportError } from '../log';
import { NOTICES, type Notice, type NoticeId } from './notices';

/** Tells people through Flex's notifications. */
export interface Notifier {
  /** Says it, unless it was said and is not over. `detail`: what the moment adds to the words. */
  say: (id: NoticeId, detail?: string) => void;
  /** The cause is over: what still stands there is taken away, and the next time is told again. */
  over: (id: NoticeId) => void;
}

const entries = Object.entries(NOTICES) as [NoticeId, Notice][];
const idInFlex = (id: NoticeId): string => `customer-context-${id}`;

/** Flex gives what it is to show to the content: the words are known only at the moment. */
function Words({ notificationContext }: { notificationContext?: { text?: string } }): React.ReactElement {
  return <span>{notificationContext?.text}</span>;
}

/** Registers every notice with Flex. `isAdmin` is asked when there is something to say. */
export function createNotifier(flex: Flex, isAdmin: () => boolean): Notifier {
  const { Notifications, NotificationType } = flex;
  // Whatever happens to a notice, the panel and its requests go on.
  const carefully = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      reportError('A notice could not be shown', error);
    }
  };
  carefully(() => {
    for (const [id, { type, passing }] of entries) {
      Notifications.registerNotification({
        id: idInFlex(id),
        type: NotificationType[type],
        closeButton: true,
        content: <Words />,
        ...(passing === true ? {} : { timeout: 0 }),
      });
    }
  });
  const said = new Map<NoticeId, Notification | null>();
  return {
    say(id, detail = '') {
      const notice: Notice = NOTICES[id];
      if (said.has(id) || (notice.adminsOnly === true && !isAdmin())) return;
      said.set(id, null);
      carefully(() => {
        said.set(id, Notifications.showNotification(idInFlex(id), { text: notice.text(detail) }));
      });
    },
    over(id) {
      const shown = said.get(id);
      said.delete(id);
      if (shown !== undefined && shown !== null) carefully(() => Notifications.dismissNotification(shown));
    },
  };
}
