import type { Settings } from '../settings/settings';

/** Where a Segment workspace keeps and takes its data. */
export type Region = 'us' | 'eu';

interface Hosts {
  /** Profile API: reads customers. */
  profiles: string;
  /** Tracking API: takes what was learned about them. */
  tracking: string;
}

/** Source: Segment's documentation of regional endpoints. */
export const HOSTS: Readonly<Record<Region, Hosts>> = {
  us: { profiles: 'https://profiles.segment.com', tracking: 'https://api.segment.io' },
  eu: { profiles: 'https://profiles.euw1.segment.com', tracking: 'https://events.eu1.segmentapis.com' },
};

/** What reading profiles takes. */
export interface ProfileConfig {
  host: string;
  spaceId: string;
  accessToken: string;
}

function regionOf(settings: Settings): Region {
  return settings.get('SEGMENT_REGION') === 'eu' ? 'eu' : 'us';
}

/** @throws ServiceError `not_configured` naming the variable. */
export function readProfileConfig(settings: Settings): ProfileConfig {
  return {
    host: HOSTS[regionOf(settings)].profiles,
    spaceId: settings.get('SEGMENT_SPACE_ID'),
    accessToken: settings.get('SEGMENT_PERSONA_KEY'),
  };
}

/** What sending to a source takes. */
export interface TrackingConfig {
  host: string;
  writeKey: string;
}

/** @throws ServiceError `not_configured` naming the variable. */
export function readTrackingConfig(settings: Settings): TrackingConfig {
  return { host: HOSTS[regionOf(settings)].tracking, writeKey: settings.get('SEGMENT_WRITE_KEY') };
}

/** Where events of the plugin itself go. @throws ServiceError `not_configured` naming the variable. */
export function readEventsConfig(settings: Settings): TrackingConfig {
  return { host: HOSTS[regionOf(settings)].tracking, writeKey: settings.get('SEGMENT_EVENTS_WRITE_KEY') };
}
