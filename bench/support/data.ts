import type { Json, JsonObject } from '../../display/json';

const WORDS = ['order', 'last', 'total', 'customer', 'delivery', 'plan', 'ticket', 'account', 'email', 'status'];

/** A value such as contexts hold; the same for the same index. */
function value(index: number): Json {
  switch (index % 10) {
    case 0:
      return index * 1.25;
    case 1:
      return `2026-11-${String((index % 28) + 1).padStart(2, '0')}T14:02:00Z`;
    case 2:
      return `ana.duarte+${index}@example.com`;
    case 3:
      return `https://shop.example.com/orders/${index}`;
    case 4:
      return index % 20 === 4;
    case 5:
      return `+35191234${String(index % 10_000).padStart(4, '0')}`;
    case 6:
      return ['vip', 'returning', `segment ${index}`];
    case 7:
      return index % 30 === 7 ? null : `Wrote on the web form that item ${index} arrived damaged`;
    default:
      return `gold ${index}`;
  }
}

/** A flat object of realistic keys and values. */
export function flat(keys: number): JsonObject {
  const object: JsonObject = {};
  for (let index = 0; index < keys; index += 1) {
    object[`${WORDS[index % WORDS.length] ?? ''}_${WORDS[(index * 7 + 3) % WORDS.length] ?? ''}_${index}`] =
      value(index);
  }
  return object;
}

/** An object of objects of objects with this many leaves in all. */
export function nested(leaves: number): JsonObject {
  const object: JsonObject = {};
  for (let index = 0; index < leaves; index += 1) {
    const outer = (object[`group${Math.floor(index / 100)}`] ??= {}) as JsonObject;
    const inner = (outer[`part${Math.floor(index / 10) % 10}`] ??= {}) as JsonObject;
    inner[`leaf${index}`] = value(index);
  }
  return object;
}
