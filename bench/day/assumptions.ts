/** What the simulated day takes for granted. Times in milliseconds, the rest shares of tasks. */
export interface Assumed {
  agents: number;
  hours: number;
  /** Agents log in over this time, and begin to take tasks. */
  logIn: number;
  /** An agent takes this long to accept, from and to. */
  accept: [number, number];
  /** Not accepted: the reservation ends after this time and the task goes to another agent. */
  notAccepted: number;
  notAcceptedAfter: number;
  /** Middle of how long a conversation takes, wrapping up included, and how long an agent then waits. */
  conversation: number;
  pause: number;
  /** Goes on to another agent in the middle. */
  transferred: number;
  /** The agent reloads Flex in the middle. */
  reloaded: number;
  /** The agent asks for newer data. */
  refreshed: number;
  /** Something changes the task's attributes (not who the customer is) while the agent looks at them. */
  attributesChanged: number;
  /** The customer becomes known, or another one, in the middle. */
  identityChanged: number;
  eventsOpened: number;
  moreEvents: number;
  /** Milliseconds that answers take, in the middle. */
  browserToFunction: number;
  twilio: number;
  segment: number;
  coldStart: number;
  /** A container that nobody needed for so long is gone. */
  containerIdle: number;
}

export const ASSUMED: Assumed = {
  agents: 1_000,
  hours: 8,
  logIn: 600_000,
  accept: [2_000, 10_000],
  notAccepted: 0.05,
  notAcceptedAfter: 20_000,
  conversation: 480_000,
  pause: 60_000,
  transferred: 0.03,
  reloaded: 0.01,
  refreshed: 0.02,
  attributesChanged: 0.05,
  identityChanged: 0.01,
  eventsOpened: 0.3,
  moreEvents: 0.05,
  browserToFunction: 60,
  twilio: 60,
  segment: 120,
  coldStart: 400,
  containerIdle: 600_000,
};
