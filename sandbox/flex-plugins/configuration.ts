import { badRequest } from '../rest/api-error';
import { iso } from '../rest/dates';
import { sidPattern } from '../rest/operation';

export type FlexConfiguration = Record<string, unknown> & { serverless_service_sids: readonly string[] };

/** Properties of the description that an account without any settings has as null. */
const UNSET = [
  'attributes',
  'taskrouter_workspace_sid',
  'taskrouter_target_workflow_sid',
  'taskrouter_target_taskqueue_sid',
  'taskrouter_taskqueues',
  'taskrouter_skills',
  'taskrouter_worker_channels',
  'taskrouter_worker_attributes',
  'taskrouter_offline_activity_sid',
  'runtime_domain',
  'messaging_service_instance_sid',
  'chat_service_instance_sid',
  'flex_service_instance_sid',
  'flex_instance_sid',
  'ui_language',
  'ui_attributes',
  'ui_dependencies',
  'ui_version',
  'service_version',
  'call_recording_enabled',
  'call_recording_webhook_url',
  'crm_enabled',
  'crm_type',
  'crm_callback_url',
  'crm_fallback_url',
  'crm_attributes',
  'public_attributes',
  'plugin_service_enabled',
  'plugin_service_attributes',
  'integrations',
  'outbound_call_flows',
  'queue_stats_configuration',
  'notifications',
  'markdown',
  'flex_insights_hr',
  'flex_insights_drilldown',
  'flex_url',
  'channel_configs',
  'debugger_integration',
  'flex_ui_status_report',
  'agent_conv_end_methods',
  'citrix_voice_vdi',
  'offline_config',
] as const;

/** Never changed by a request, whatever it says. */
const FIXED = ['account_sid', 'date_created', 'date_updated', 'flex_instance_sid', 'status', 'url'];

/** The account's Flex Configuration, which Flex itself, functions and deployments read, and the latter change. */
export class ConfigurationStore {
  private record: FlexConfiguration;

  /** @param initial what of it is set from the start. */
  constructor(
    private readonly accountSid: string,
    private readonly clock: () => number,
    private readonly initial: Readonly<Record<string, unknown>> = {},
  ) {
    this.record = this.fresh();
  }

  get current(): FlexConfiguration {
    return this.record;
  }

  /**
   * Takes over the properties it knows, each as a whole: who wants to add a service sends the list with it.
   * @throws ApiError 400 for a body of another account, or a list that is none of services.
   */
  update(change: Readonly<Record<string, unknown>>): FlexConfiguration {
    const { account_sid: account = this.accountSid, serverless_service_sids: services } = change;
    if (account !== this.accountSid) throw badRequest('account_sid must be the account of the request');
    if (services !== undefined && !isServices(services)) {
      throw badRequest('serverless_service_sids must be a list of ZS SIDs');
    }
    const known = Object.entries(change).filter(([name]) => Object.hasOwn(this.record, name) && !FIXED.includes(name));
    this.record = { ...this.record, ...Object.fromEntries(known), date_updated: iso(this.clock()) };
    return this.record;
  }

  clear(): void {
    this.record = this.fresh();
  }

  private fresh(): FlexConfiguration {
    const now = iso(this.clock());
    return {
      account_sid: this.accountSid,
      date_created: now,
      date_updated: now,
      status: 'ok',
      url: 'https://flex-api.twilio.com/v1/Configuration',
      ...Object.fromEntries(UNSET.map((name) => [name, null])),
      serverless_service_sids: [],
      ...this.initial,
    };
  }
}

function isServices(value: unknown): boolean {
  const sid = new RegExp(sidPattern('ZS'));
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && sid.test(one));
}
