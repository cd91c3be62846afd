import { ACTIVITIES, FLEX_INSTANCE_SID, PLUGIN_SERVICE_SID, WORKSPACE_SID } from '../account';

/** What of the Flex Configuration is set in the sandbox's account. Page, functions and deployments read it. */
export const FLEX_CONFIGURATION = {
  flex_instance_sid: FLEX_INSTANCE_SID,
  taskrouter_workspace_sid: WORKSPACE_SID,
  taskrouter_offline_activity_sid: ACTIVITIES[2].sid,
  serverless_service_sids: [PLUGIN_SERVICE_SID],
  outbound_call_flows: {},
  notifications: { enabled: false },
  attributes: {},
  ui_language: 'en-us',
  ui_attributes: { version_compatibility: 'yes' },
  ui_version: '~2.17.0',
};
