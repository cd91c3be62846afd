import { badRequest, conflict, notFound } from '../rest/api-error';
import { newSid } from '../state/sid';
import type { ConfiguredPlugin, Plugin, PluginConfiguration, PluginVersion, Release } from './records';
import { isGreater, isVersion } from './semantic-version';

const MAX_DESCRIPTION = 500;
const MAX_NAME = 255;
const DEFAULT_PHASE = 3;

/** Plugins, versions, configurations and releases of one account, with Twilio's rules about them. All oldest first. */
export class PluginStore {
  readonly plugins: Plugin[] = [];
  readonly configurations: PluginConfiguration[] = [];
  readonly releases: Release[] = [];

  /** @param clock ms since 1970. */
  constructor(private readonly clock: () => number) {}

  /** @param id SID or unique name. */
  plugin(id: string): Plugin {
    const found = this.plugins.find(({ sid, uniqueName }) => sid === id || uniqueName === id);
    return found ?? missing(`Plugins/${id}`);
  }

  createPlugin(settings: {
    uniqueName: string;
    friendlyName?: string | undefined;
    description?: string | undefined;
  }): Plugin {
    const { uniqueName, friendlyName = uniqueName, description = '' } = settings;
    if (!/^[\w.@/-]{1,255}$/.test(uniqueName)) {
      throw badRequest('UniqueName must be at most 255 letters, digits, hyphens and underscores');
    }
    if (this.plugins.some((plugin) => plugin.uniqueName === uniqueName)) {
      throw conflict(`Plugin with UniqueName ${uniqueName} already exists.`);
    }
    checkTexts(friendlyName, description);
    const created = this.clock();
    const plugin: Plugin = {
      sid: newSid('FP'),
      uniqueName,
      friendlyName,
      description,
      archived: false,
      created,
      updated: created,
      versions: [],
    };
    this.plugins.push(plugin);
    return plugin;
  }

  updatePlugin(
    plugin: Plugin,
    {
      friendlyName = plugin.friendlyName,
      description = plugin.description,
    }: { friendlyName?: string | undefined; description?: string | undefined },
  ): void {
    refuseArchived(plugin.archived, `Plugin ${plugin.uniqueName}`);
    checkTexts(friendlyName, description);
    Object.assign(plugin, { friendlyName, description, updated: this.clock() });
  }

  archivePlugin(plugin: Plugin): void {
    refuseArchived(plugin.archived, `Plugin ${plugin.uniqueName}`);
    this.refuseReleased((one) => one.plugin === plugin, `Plugin ${plugin.uniqueName}`);
    Object.assign(plugin, { archived: true, updated: this.clock() });
  }

  /** @param id SID or the version's own number. */
  version(plugin: Plugin, id: string): PluginVersion {
    const found = plugin.versions.find(({ sid, version }) => sid === id || version === id);
    return found ?? missing(`Plugins/${plugin.sid}/Versions/${id}`);
  }

  /** Each version comes after the one before it. */
  createVersion(plugin: Plugin, settings: Omit<PluginVersion, 'sid' | 'archived' | 'created'>): PluginVersion {
    refuseArchived(plugin.archived, `Plugin ${plugin.uniqueName}`);
    const { version } = settings;
    if (!isVersion(version)) throw badRequest(`Version ${version} is not a semantic version`);
    if (plugin.versions.some((other) => other.version === version)) {
      throw conflict(`Version ${version} of plugin ${plugin.uniqueName} already exists.`);
    }
    const latest = plugin.versions.at(-1)?.version;
    if (latest !== undefined && !isGreater(version, latest)) {
      throw badRequest(`Version ${version} must be greater than the latest version ${latest}`);
    }
    const created: PluginVersion = { ...settings, sid: newSid('FV'), archived: false, created: this.clock() };
    plugin.versions.push(created);
    return created;
  }

  archiveVersion(plugin: Plugin, version: PluginVersion): void {
    const name = `Version ${version.version} of plugin ${plugin.uniqueName}`;
    refuseArchived(version.archived, name);
    this.refuseReleased((one) => one.version === version, name);
    version.archived = true;
  }

  configuration(sid: string): PluginConfiguration {
    return this.configurations.find((one) => one.sid === sid) ?? missing(`Configurations/${sid}`);
  }

  /** @param plugins what each object of the request says. */
  createConfiguration(name: string, description: string, plugins: readonly unknown[]): PluginConfiguration {
    checkTexts(name, description);
    const configured = plugins.map((one) => this.choose(one));
    if (new Set(configured.map(({ plugin }) => plugin)).size < configured.length) {
      throw badRequest('Plugins must name each plugin once');
    }
    const configuration: PluginConfiguration = {
      sid: newSid('FJ'),
      name,
      description,
      archived: false,
      plugins: configured,
      created: this.clock(),
    };
    this.configurations.push(configuration);
    return configuration;
  }

  archiveConfiguration(configuration: PluginConfiguration): void {
    refuseArchived(configuration.archived, `Configuration ${configuration.sid}`);
    if (this.active?.configuration === configuration) throw released(`Configuration ${configuration.sid}`);
    configuration.archived = true;
  }

  /** The release in force; undefined: no plugin is. */
  get active(): Release | undefined {
    return this.releases.at(-1);
  }

  /** @param id SID, or `Active`. */
  release(id: string): Release {
    const found = id.toLowerCase() === 'active' ? this.active : this.releases.find(({ sid }) => sid === id);
    return found ?? missing(`Releases/${id}`);
  }

  createRelease(configurationSid: string): Release {
    const configuration = this.configuration(configurationSid);
    refuseArchived(configuration.archived, `Configuration ${configuration.sid}`);
    for (const one of configuration.plugins) refuseArchivedPlugin(one);
    const release: Release = { sid: newSid('FK'), configuration, created: this.clock() };
    this.releases.push(release);
    return release;
  }

  clear(): void {
    for (const list of [this.plugins, this.configurations, this.releases]) list.length = 0;
  }

  private choose(wanted: unknown): ConfiguredPlugin {
    const { plugin_version: id, phase = DEFAULT_PHASE } = { ...(wanted as Record<string, unknown>) };
    if (typeof id !== 'string') throw badRequest('Each of Plugins must have the SID of a version as plugin_version');
    if (typeof phase !== 'number' || !Number.isInteger(phase) || phase < 0) {
      throw badRequest('phase must be a whole number');
    }
    for (const plugin of this.plugins) {
      const version = plugin.versions.find(({ sid }) => sid === id);
      if (version === undefined) continue;
      refuseArchivedPlugin({ plugin, version });
      return { plugin, version, phase };
    }
    throw badRequest(`Unknown plugin version ${id}`);
  }

  private refuseReleased(includes: (one: ConfiguredPlugin) => boolean, name: string): void {
    if (this.active?.configuration.plugins.some(includes) === true) throw released(name);
  }
}

function missing(path: string): never {
  throw notFound(`/PluginService/${path}`);
}

const released = (name: string) => badRequest(`${name} is part of the active release`);

function refuseArchived(archived: boolean, name: string): void {
  if (archived) throw badRequest(`${name} is archived`);
}

function refuseArchivedPlugin({ plugin, version }: Pick<ConfiguredPlugin, 'plugin' | 'version'>): void {
  refuseArchived(plugin.archived, `Plugin ${plugin.uniqueName}`);
  refuseArchived(version.archived, `Version ${version.version} of plugin ${plugin.uniqueName}`);
}

function checkTexts(name: string, description: string): void {
  if (name.length > MAX_NAME) throw badRequest(`A name must be at most ${MAX_NAME} characters`);
  if (description.length > MAX_DESCRIPTION) {
    throw badRequest(`Description must be at most ${MAX_DESCRIPTION} characters`);
  }
}
