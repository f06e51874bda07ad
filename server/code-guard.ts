// Keeps codes from being tried out: unknown ones are counted for each address, for its range and for everybody.
import { rangeOf } from './http/address.ts';
import type { Allowance, RateLimits } from './limits.ts';

export interface CodeGuard {
  /** Whether joins by code are still answered for this address. */
  look(address: string): Allowance;
  /** A code was asked for that there is not. */
  failed(address: string): void;
}

/** Anybody may spend the budget of all, which is why links and tokens are never counted here and go on. */
export const codeGuard = (rates: RateLimits): CodeGuard => ({
  look(address) {
    const own = rates.peek('join-code', address);
    const range = own.ok ? rates.peek('join-code-range', rangeOf(address)) : own;
    return range.ok ? rates.peek('join-code-all', '') : range;
  },
  failed(address) {
    rates.allow('join-code', address);
    rates.allow('join-code-range', rangeOf(address));
    rates.allow('join-code-all', '');
  },
});
