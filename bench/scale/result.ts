import type { Measured } from '../day/load';
import { printTable } from '../support/table';
import { LIMITS } from './limits';
import { LIMITED_HEADER, limitedRow, type Limited } from './at-limits';
import type { Turned } from './knobs';
import type { Size } from './measure';

/** Prices as bench/scale/prices.json has them. `amount` null: unknown. */
export interface Prices {
  currency: string;
  prices: readonly { of: string; amount: number | null; date: string; source: string; note: string }[];
}

export interface ScaleResult {
  agents: number;
  /** How many of them were simulated. */
  measured: number;
  hours: number;
  days: number;
  minutes: number;
  /** How far requests per agent differ between the two sizes, in percent. */
  differs: number;
  /** Share of reservations whose agent saw an error. */
  sawError: number;
  /** What moves the figures: requests per agent and hour. */
  turned: { name: string; functions: number; segment: number; taskRouter: number }[];
  /** Rows of the table about limits that are in force. */
  limited: string[][];
  rows: {
    side: 'functions' | 'upstream';
    name: string;
    perAgentHour: number;
    perDay: number;
    perSecond: number;
    atOnce: number;
  }[];
  limits: {
    name: string;
    limit: string;
    measured: string;
    reachedAt: number;
    then: string;
    confirmed: boolean;
    source: string;
  }[];
  money: { of: string; units: number; amount: number | null; cost: number | null; source: string; date: string }[];
  currency: string;
}

const perAgentHour = ({ requests }: Measured, { agents, minutes }: Size): number => (requests * 60) / minutes / agents;

/** What is asked about: so many agents, for so many hours on so many days of a month. */
export interface Question {
  agents: number;
  hours: number;
  days: number;
}

/** Everything that was measured. */
export interface Sizes {
  /** A quarter of the agents, to see how peaks grow. */
  small: Size;
  large: Size;
  turned: readonly Turned[];
  limited: readonly Limited[];
}

/**
 * Scales a measured time up to more agents, a day and a month. Averages grow with agents; peaks follow the line through
 * the two sizes.
 */
export function resultOf(
  { small, large, turned, limited }: Sizes,
  { agents, hours, days }: Question,
  prices: Prices,
): ScaleResult {
  const line = (of: (size: Size) => number) => (of(large) - of(small)) / (large.agents - small.agents);
  const grown = (of: (size: Size) => number): number =>
    Math.max(0, Math.ceil(of(large) + line(of) * (agents - large.agents)));
  const rows = (['functions', 'upstream'] as const).flatMap((side) =>
    Object.entries(large[side]).map(([name, measured]) => ({
      side,
      name,
      perAgentHour: round(perAgentHour(measured, large)),
      perDay: Math.round(perAgentHour(measured, large) * agents * hours),
      perSecond: grown((size) => size[side][name]?.perSecond ?? 0),
      atOnce: grown((size) => size[side][name]?.atOnce ?? 0),
    })),
  );
  const of = (size: Size) => perAgentHour(size.functions['all'] ?? { requests: 0, perSecond: 0, atOnce: 0 }, size);
  const limits = LIMITS.map(({ name, value, unit, of: figure, then, confirmed, source }) => {
    const at = (size: Size): number =>
      figure === 'agents' ? size.agents : (size[figure.side][figure.name]?.[figure.figure] ?? 0);
    const reachedAt = Math.round(large.agents + (value - at(large)) / line(at));
    return { name, limit: `${value} ${unit}`, measured: String(grown(at)), reachedAt, then, confirmed, source };
  }).sort((one, other) => one.reachedAt - other.reachedAt);
  const perDay = (side: 'functions' | 'upstream', name: string): number =>
    rows.find((row) => row.side === side && row.name === name)?.perDay ?? 0;
  const units: Record<string, number> = {
    'function invocation': perDay('functions', 'all') * days,
    'Segment request': perDay('upstream', 'Segment Profile API') * days,
    'TaskRouter request': perDay('upstream', 'TaskRouter') * days,
  };
  const money = prices.prices.flatMap(({ of: what, amount, source, date }) => {
    const count = units[what];
    return count === undefined
      ? []
      : [{ of: what, units: count, amount, cost: amount === null ? null : Math.round(count * amount), source, date }];
  });
  return {
    agents,
    measured: large.agents,
    hours,
    days,
    minutes: large.minutes,
    differs: round(100 * Math.abs(of(small) / of(large) - 1)),
    sawError: large.seen.filter(({ errors }) => errors.size > 0).length / Math.max(1, large.seen.length),
    turned: turned.map(({ name, size }) => ({
      name,
      functions: rate(size, 'functions', 'all'),
      segment: rate(size, 'upstream', 'Segment Profile API'),
      taskRouter: rate(size, 'upstream', 'TaskRouter'),
    })),
    limited: limited.map(limitedRow),
    rows,
    limits,
    money,
    currency: prices.currency,
  };
}

function rate(size: Size, side: 'functions' | 'upstream', name: string): number {
  const measured = size[side][name];
  return measured === undefined ? 0 : round(perAgentHour(measured, size));
}

function sumOf(known: number, unknown: number): string {
  if (unknown === 0) return whole(known);
  const missing = `${unknown} unknown ${unknown === 1 ? 'price' : 'prices'}`;
  return known === 0 ? missing : `${whole(known)} and ${missing}`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
const whole = (value: number): string => value.toLocaleString('en-GB');

/** The tables of a result, by title. docs/scale.md holds the same rows. */
export function tablesOf(result: ScaleResult): { title: string; header: string[]; rows: string[][] }[] {
  const unknown = result.money.filter(({ cost }) => cost === null);
  const sum = result.money.reduce((total, { cost }) => total + (cost ?? 0), 0);
  return [
    {
      title: `Requests of ${whole(result.agents)} agents`,
      header: ['', 'per agent and hour', `a day of ${result.hours} h`, 'busiest second', 'at once, at most'],
      rows: result.rows.map(({ side, name, perAgentHour: rate, perDay, perSecond, atOnce }) => [
        `${side}: ${name}`,
        String(rate),
        whole(perDay),
        String(perSecond),
        String(atOnce),
      ]),
    },
    {
      title: 'Which limit comes first',
      header: ['limit', 'value', `at ${whole(result.agents)} agents`, 'reached at about', 'confirmed'],
      rows: result.limits.map(({ name, limit, measured, reachedAt, confirmed }) => [
        name,
        limit,
        measured,
        Number.isFinite(reachedAt) ? `${whole(reachedAt)} agents` : 'never',
        confirmed ? 'yes' : 'no',
      ]),
    },
    {
      title: `With limits in force, ${whole(result.measured)} agents`,
      header: LIMITED_HEADER,
      rows: result.limited,
    },
    {
      title: 'What moves the figures, per agent and hour',
      header: ['', 'invocations', 'requests to Segment', 'requests to TaskRouter'],
      rows: result.turned.map(({ name, functions, segment, taskRouter }) => [
        name,
        String(functions),
        String(segment),
        String(taskRouter),
      ]),
    },
    {
      title: `Money, a month of ${result.days} days`,
      header: ['', 'units', `price (${result.currency})`, `cost (${result.currency})`],
      rows: [
        ...result.money.map(({ of, units, amount, cost }) => [
          of,
          whole(units),
          amount === null ? '' : String(amount),
          cost === null ? '' : whole(cost),
        ]),
        ['sum', '', '', sumOf(sum, unknown.length)],
      ],
    },
  ];
}

export function printScale(result: ScaleResult): void {
  for (const { title, header, rows } of tablesOf(result)) printTable(title, header, rows);
  console.log(
    `\nMeasured with ${whole(result.measured)} agents for ${result.minutes} minutes of the simulated day, everybody at work; requests per agent differ by ${result.differs} % from those of a quarter of them. An error was on the screen of ${(100 * result.sawError).toFixed(2)} % of reservations.`,
  );
}
