/** Lines that two texts have in common, in their order, by their places in both (longest common subsequence). */
export function commonLines(a: readonly string[], b: readonly string[]): [number, number][] {
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) {
    from++;
  }
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end++;
  }
  const before = Array.from({ length: from }, (_, at): [number, number] => [at, at]);
  const between = common(a.slice(from, a.length - end), b.slice(from, b.length - end)).map(([left, right]): [number, number] => [left + from, right + from]);
  const after = Array.from({ length: end }, (_, at): [number, number] => [a.length - end + at, b.length - end + at]);
  return [...before, ...between, ...after];
}

/** The table of the exact way grows with the product: longer texts have only beginnings and ends in common. */
const MOST = 4_000_000;

function common(a: readonly string[], b: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  if (a.length * b.length > MOST) {
    return found;
  }
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? lengths[(i + 1) * width + j + 1]! + 1 : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      found.push([i++, j++]);
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) {
      i++;
    } else {
      j++;
    }
  }
  return found;
}
