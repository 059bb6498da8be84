/** Fails where two values differ. */
export function same(found: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(found, null, 1), JSON.stringify(expected, null, 1)];
  if (left !== right) {
    throw new Error(`found ${left}\nexpected ${right}`);
  }
}

/** Fails where something does not fail with a message. */
export function throws(body: () => unknown, message: string): void {
  try {
    body();
  } catch (why) {
    return same((why as Error).message, message);
  }
  throw new Error(`expected ${message}`);
}
