import type { Check } from './check';
import { HERE } from './checks/here';
import { PUBLISHED } from './checks/published';
import { SERVICE } from './checks/service';
import { UPSTREAMS } from './checks/upstreams';

/** Every check, once; what one needs stands before it. The command, its help and docs/doctor.md follow from it. */
export const CHECKS: readonly Check[] = [...HERE, ...SERVICE, ...UPSTREAMS, ...PUBLISHED];
