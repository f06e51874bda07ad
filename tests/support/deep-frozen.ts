// Freezes a value with everything in it, so that whoever changes it is found out.

/** Maps cannot be frozen; changing one throws instead. */
function frozenMap(map: Map<unknown, unknown>): void {
  const refuse = (): never => {
    throw new TypeError('a frozen map was changed');
  };
  for (const name of ['set', 'delete', 'clear'] as const) {
    if (!Object.hasOwn(map, name)) Object.defineProperty(map, name, { value: refuse });
  }
}

export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) {
    frozenMap(value);
    for (const entry of value.values()) deepFrozen(entry);
    return value;
  }
  if (Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const entry of Object.values(value)) deepFrozen(entry);
  return value;
}
