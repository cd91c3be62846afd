/** The sandbox's invented Twilio account. None of these exist anywhere else. */

export const ACCOUNT_SID = 'AC5a9db0c0ffee00000000000000000001';
/** 32 characters, as real ones are; signs requests for protected functions and assets. */
export const AUTH_TOKEN = 'sandboxsandboxsandboxsandbox0001';
export const OTHER_ACCOUNT_SID = 'AC5a9db0c0ffee00000000000000000002';

export const WORKSPACE_SID = 'WS5a9db0c0ffee00000000000000000001';
export const FLEX_INSTANCE_SID = 'GO5a9db0c0ffee00000000000000000001';
export const SERVICE_SID = 'ZS5a9db0c0ffee00000000000000000001';
/** The service that Flex keeps plugins in, apart from that of the functions. */
export const PLUGIN_SERVICE_SID = 'ZS5a9db0c0ffee00000000000000000002';
export const ENVIRONMENT_SID = 'ZE5a9db0c0ffee00000000000000000001';

export const QUEUE_SID = 'WQ5a9db0c0ffee00000000000000000001';
export const WORKFLOW_SID = 'WW5a9db0c0ffee00000000000000000001';

export const WORKER_SID = 'WK5a9db0c0ffee00000000000000000001';
export const OTHER_WORKER_SID = 'WK5a9db0c0ffee00000000000000000002';

export const ACTIVITIES = [
  { sid: 'WA5a9db0c0ffee00000000000000000001', name: 'Available', available: true },
  { sid: 'WA5a9db0c0ffee00000000000000000002', name: 'Break', available: false },
  { sid: 'WA5a9db0c0ffee00000000000000000003', name: 'Offline', available: false },
] as const;

/** TaskRouter's channels, by unique name. */
export const CHANNELS = {
  default: 'TC5a9db0c0ffee00000000000000000001',
  voice: 'TC5a9db0c0ffee00000000000000000002',
  chat: 'TC5a9db0c0ffee00000000000000000003',
  sms: 'TC5a9db0c0ffee00000000000000000004',
} as const;
export type ChannelName = keyof typeof CHANNELS;
