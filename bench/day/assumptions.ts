/** What the simulated day takes for granted. Times in milliseconds, the rest shares of tasks. */
export const ASSUMED = {
  agents: 1_000,
  hours: 8,
  /** An agent takes this long to accept. */
  accept: [2_000, 10_000],
  /** Not accepted: the reservation ends after this time and the task goes to another agent. */
  notAccepted: 0.05,
  notAcceptedAfter: 20_000,
  /** Middle of how long a conversation takes, wrapping up included, and how long an agent then waits. */
  conversation: 480_000,
  pause: 60_000,
  /** Goes on to another agent in the middle. */
  transferred: 0.03,
  /** The agent reloads Flex in the middle. */
  reloaded: 0.01,
  /** The agent asks for newer data. */
  refreshed: 0.02,
  /** Something changes the task's attributes (not who the customer is) while the agent looks at them. */
  attributesChanged: 0.05,
  /** The customer becomes known, or another one, in the middle. */
  identityChanged: 0.01,
  eventsOpened: 0.3,
  moreEvents: 0.05,
  /** Milliseconds that answers take, in the middle. */
  browserToFunction: 60,
  twilio: 60,
  segment: 120,
  coldStart: 400,
  /** A container that nobody needed for so long is gone. */
  containerIdle: 600_000,
} as const;
