/** The two invented Segment spaces of the sandbox. One customer base, stored once per region, as Segment does. */

export type Region = 'us' | 'eu';

export interface Space {
  region: Region;
  /** Value for `SEGMENT_SPACE_ID`. */
  spaceId: string;
  /** Value for `SEGMENT_PERSONA_KEY`: the Profile API access token, sent as Basic user with a blank password. */
  accessToken: string;
  /** Value for `SEGMENT_WRITE_KEY`: the key of the source that `identify` and `track` calls are written to. */
  writeKey: string;
  /** Value for `SEGMENT_EVENTS_WRITE_KEY`: a source that is not connected to the space. */
  eventsWriteKey: string;
  /** Host of the Profile API in this region. */
  profileHost: string;
  /** Host of the Tracking API in this region. */
  trackingHost: string;
}

export const SPACES: Record<Region, Space> = {
  us: {
    region: 'us',
    spaceId: 'spa_sandboxUnitedStates0001',
    accessToken: 'sandbox-profile-token-us',
    writeKey: 'sandboxWriteKeyUs',
    eventsWriteKey: 'sandboxEventsKeyUs',
    profileHost: 'profiles.segment.com',
    trackingHost: 'api.segment.io',
  },
  eu: {
    region: 'eu',
    spaceId: 'spa_sandboxEurope0000000001',
    accessToken: 'sandbox-profile-token-eu',
    writeKey: 'sandboxWriteKeyEu',
    eventsWriteKey: 'sandboxEventsKeyEu',
    profileHost: 'profiles.euw1.segment.com',
    trackingHost: 'events.eu1.segmentapis.com',
  },
};
