import { strings } from '../strings';

/** What one notice of Flex says, and to whom. */
export interface Notice {
  type: 'error' | 'warning' | 'success';
  /** Undefined: everybody. */
  adminsOnly?: true;
  /** It goes by itself after Flex's usual time; else it stays until it is closed, or over. */
  passing?: true;
  /** The sentence; `detail` is what only the moment knows. */
  text: (detail: string) => string;
}

/**
 * Everything that the plugin says through Flex's own notifications: what somebody must learn though the panel is not in
 * view. Each once per cause, until that is over. Everything else is said in the panel, where it belongs.
 */
export const NOTICES = {
  unreachable: { type: 'warning', text: () => strings.noticeUnreachable },
  sessionRefused: { type: 'error', text: () => strings.noticeSessionRefused },
  notConfigured: { type: 'warning', adminsOnly: true, text: strings.noticeNotConfigured },
  schemaUnusable: { type: 'warning', adminsOnly: true, text: strings.noticeSchemaUnusable },
  published: { type: 'success', adminsOnly: true, passing: true, text: strings.noticePublished },
  notPublished: { type: 'error', adminsOnly: true, text: strings.noticeNotPublished },
} as const satisfies Record<string, Notice>;

export type NoticeId = keyof typeof NOTICES;
