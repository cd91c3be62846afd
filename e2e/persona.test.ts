import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at } from '../scripts/build/root';
import { flexPage, type FlexPage } from './support/flex';

const RETAIL = readFileSync(at('schemas/examples/retail/display-schema.json'), 'utf8');
const ANA = { attributes: { name: 'Ana Duarte', userId: 'u-ana-duarte' } };
const CONTEXT = { intent: 'refund', order: { id: 'A-1093', total: 128.4 } };

/** A document that lists one trait, and masks another that agents may reveal. */
const STRICT = JSON.stringify({
  version: 1,
  traits: {
    sections: [
      {
        fields: [
          { key: 'name', label: 'Customer' },
          { key: 'email', label: 'E-mail', mask: { reveal: ['agent'] } },
        ],
      },
    ],
  },
});

/** Every answer of fetch-persona that reached this page, from now on. */
function answers(flex: FlexPage): string[] {
  const bodies: string[] = [];
  flex.page.on('response', (response) => {
    if (response.url().includes('/_functions/fetch-persona')) void response.text().then((body) => bodies.push(body));
  });
  return bodies;
}

describe('the customer’s traits, in Flex', () => {
  const open = flexPage();

  it('are there, drawn by the display schema, as soon as the agent looks', async () => {
    const { flex } = open;
    flex.control.publish(RETAIL);
    await flex.open();
    await flex.task(CONTEXT, ANA);
    await flex.tab('Traits');
    await flex.value('E-mail').getByText('ana.duarte@example.com').waitFor();
    await flex.panel.getByText('Gold').first().waitFor();
  });

  it('are fetched when the reservation arrives, before anybody accepts', async () => {
    const { flex } = open;
    const task = flex.control.createTask({ attributes: { ...ANA.attributes, context: CONTEXT } });
    await expect.poll(() => flex.segment.counts['traits'], { timeout: 15_000 }).toBeGreaterThan(0);
    const before = flex.segment.counts['traits'];
    await flex.select(task);
    await flex.accept(task);
    await flex.tab('Traits');
    await flex.value('Email').first().waitFor();
    expect(flex.segment.counts['traits']).toBe(before);
    expect(flex.segment.counts['events']).toBe(0);
  });

  it('that the document does not show never reach the browser', async () => {
    const { flex } = open;
    flex.control.publish(STRICT);
    const bodies = answers(flex);
    await flex.open();
    await flex.task(CONTEXT, ANA);
    await flex.tab('Traits');
    await flex.value('Customer').getByText('Ana Duarte').waitFor();
    const sent = bodies.join();
    expect(sent).toContain('Ana Duarte');
    // What Segment has, and the document does not list: plan, loyalty, phone, and the masked address.
    for (const canary of ['+351210000001', 'gold', 'ana.duarte@example.com']) expect(sent).not.toContain(canary);
  });

  it('stay masked until the agent asks for one, which is a request of its own', async () => {
    const { flex } = open;
    flex.control.publish(STRICT);
    await flex.open();
    await flex.task(CONTEXT, ANA);
    await flex.tab('Traits');
    await flex.value('E-mail').waitFor();
    expect(await flex.value('E-mail').innerText()).not.toContain('ana.duarte@example.com');
    await flex.panel.getByRole('button', { name: 'Reveal E-mail' }).click();
    await flex.value('E-mail').getByText('ana.duarte@example.com').waitFor();
    await flex.panel.getByRole('button', { name: 'Hide E-mail' }).click();
    expect(await flex.panel.innerHTML()).not.toContain('ana.duarte@example.com');
  });

  it('are all shown when nothing was ever published, and none when the document cannot be read', async () => {
    const { flex } = open;
    await flex.task(CONTEXT, ANA);
    await flex.tab('Traits');
    await flex.value('Email').first().waitFor();
    flex.control.makeSchemaUnreadable();
    const bodies = answers(flex);
    await flex.open();
    await flex.task(CONTEXT, { attributes: { name: 'Maria Lindqvist', userId: 'u-maria-lindqvist' } });
    await flex.value('Intent').waitFor();
    await flex.tab('Traits');
    await expect.poll(() => bodies.length, { timeout: 15_000 }).toBeGreaterThan(0);
    expect(bodies.join()).not.toContain('maria.lindqvist@example.com');
    expect(await flex.panel.getByText('maria.lindqvist@example.com').count()).toBe(0);
  });

  it('of the previous customer never appear when they arrive late', async () => {
    const { flex } = open;
    const ana = await flex.task(CONTEXT, ANA);
    await flex.tab('Traits');
    await flex.value('Email').first().waitFor();
    flex.segment.weather.set('all', { kind: 'slow', ms: 2500 });
    const omar = await flex.task(
      { intent: 'appointment' },
      { attributes: { name: 'Omar Haddad', userId: 'u-omar-haddad' } },
    );
    await flex.panel.getByText('Loading').first().waitFor({ state: 'attached' });
    expect(await flex.panel.innerText()).not.toContain('ana.duarte@example.com');
    await flex.select(ana);
    await flex.panel.getByText('ana.duarte@example.com').first().waitFor();
    await flex.page.waitForTimeout(3500);
    expect(await flex.panel.innerText()).not.toContain('omar.haddad@example.com');
    await flex.select(omar);
    await flex.panel.getByText('omar.haddad@example.com').first().waitFor();
  });
});

describe('the recent events, in Flex', () => {
  const open = flexPage();

  it('are a timeline by day, fetched when their tab first opens, with repeats collapsed and more on demand', async () => {
    const { flex } = open;
    flex.control.publish(RETAIL);
    const bodies = answers(flex);
    await flex.open();
    await flex.task(CONTEXT, ANA);
    await flex.value('Order number').waitFor();
    expect(flex.segment.counts['events']).toBe(0);
    await flex.tab('Events');
    await flex.panel.getByText('Today').waitFor();
    await flex.panel.getByText(/×\d+/).first().waitFor();
    await flex.panel
      .getByText(/Last 14 days/)
      .first()
      .waitFor();
    await flex.panel.getByLabel('Filter events by text').fill('refund');
    await flex.panel.getByText(/Last 14 days · \d+ of \d+/).waitFor();
    await flex.panel.getByLabel('Filter events by text').fill('');
    await flex.panel.getByRole('button', { name: 'Show more' }).click();
    await flex.panel.getByText(/Last 14 days · \d+ events/).waitFor();
    expect(bodies.join()).not.toMatch(/userAgent|Mozilla|"ip"/);
  });
});

describe('states of the traits', () => {
  const open = flexPage();
  const openTraits = async (attributes: { name: string; userId?: string }) => {
    await open.flex.task(CONTEXT, { attributes });
    await open.flex.tab('Traits');
    return open.flex;
  };

  it('no user id on the task', async () => {
    const flex = await openTraits({ name: 'Somebody' });
    await flex.panel.getByText('There is no user id on this task.').first().waitFor();
  });

  it('customer not known to Segment', async () => {
    const flex = await openTraits({ name: 'Nobody', userId: 'u-nobody-here' });
    await flex.panel.getByText('Segment does not know this customer.').first().waitFor();
  });

  it('too many requests: a countdown, and then the traits by themselves', async () => {
    open.flex.segment.weather.set('traits', { kind: 'limited', retryAfter: 12, times: 1 });
    const flex = await openTraits({ name: 'Ana Duarte', userId: 'u-ana-duarte' });
    await flex.panel
      .getByText(/Too many requests: retrying in \d+ s/)
      .first()
      .waitFor();
    await flex.value('Email').first().waitFor();
  });

  it('Segment down: one sentence and Retry, and the context beside it untouched', async () => {
    open.flex.segment.weather.set('all', { kind: 'down', status: 503 });
    const flex = await openTraits({ name: 'Ana Duarte', userId: 'u-ana-duarte' });
    await flex.panel.getByText('The traits could not be loaded.').first().waitFor({ timeout: 45_000 });
    await flex.tab('Context');
    await flex.value('Intent').getByText('refund').waitFor();
    open.flex.segment.weather.set('all', { kind: 'fine' });
    await flex.tab('Traits');
    await flex.panel.getByRole('button', { name: 'Retry' }).first().click();
    await flex.value('Email').first().waitFor();
  });

  it('traits here, events not: partial, and it says so', async () => {
    open.flex.segment.weather.set('events', { kind: 'down', status: 500 });
    const flex = await openTraits({ name: 'Ana Duarte', userId: 'u-ana-duarte' });
    await flex.value('Email').first().waitFor();
    await flex.tab('Events');
    await flex.panel.getByText('the events could not be loaded', { exact: false }).first().waitFor({ timeout: 45_000 });
  });
});
