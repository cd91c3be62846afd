// The other side of the wire, in a process of its own: Twilio and Segment on one loopback port. Forked by bench/functions.ts.
import { iam, published, schemaAssets } from '../../service/testing/twilio-double';
import { segment, segmentEvent, taskRouter } from '../../service/testing/persona-double';
import { startUpstream } from '../../service/testing/upstream';
import { flat } from '../support/data';
import { documentFor, SIZES, TOKEN, userId } from './setting';

const events = Array.from({ length: 250 }, (_, n) =>
  segmentEvent(n % 3 === 0 ? 'Order Placed' : 'Page Viewed', flat(8), `m${n}`),
);
const customers = Object.fromEntries(
  SIZES.map((size) => [`user_id:${userId(size)}`, { traits: { ...flat(size - 1), plan: 'gold' }, events }]),
);

const upstream = await startUpstream();
upstream.on(iam({ [TOKEN]: {} }));
upstream.on(segment(customers));
process.on('message', (size: number) => {
  upstream.on(taskRouter({ attributes: { userId: userId(size), context: { intent: 'refund' } } }));
  upstream.on(schemaAssets(published(documentFor(size))));
  upstream.received.length = 0;
  process.send?.({ ready: size });
});
process.on('disconnect', () => process.exit());
process.send?.({ origin: upstream.origin });
