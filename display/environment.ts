/** What the engine needs to know of the world. Always an input, so that the same call gives the same answer. */
export interface Environment {
  /** BCP 47 language tag of the agent, such as `en-US`. */
  locale: string;
  /** IANA time zone, such as `Europe/Lisbon`. */
  zone: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now: number;
}
