/** Which lines of two texts are not in the other, in order (longest common subsequence; beginnings and ends that are the same first). */
export function lineMarks(left: string, right: string): { left: Set<number>; right: Set<number> } {
  const [a, b] = [left.split("\n"), right.split("\n")];
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) {
    from++;
  }
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end++;
  }
  const [leftEnd, rightEnd] = [a.length - end, b.length - end];
  const same = common(a.slice(from, leftEnd), b.slice(from, rightEnd));
  const marks = { left: new Set<number>(), right: new Set<number>() };
  for (let at = from; at < leftEnd; at++) {
    if (!same.left.has(at - from)) marks.left.add(at);
  }
  for (let at = from; at < rightEnd; at++) {
    if (!same.right.has(at - from)) marks.right.add(at);
  }
  return marks;
}

const MOST = 4_000_000;

function common(a: string[], b: string[]): { left: Set<number>; right: Set<number> } {
  const found = { left: new Set<number>(), right: new Set<number>() };
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
      found.left.add(i++);
      found.right.add(j++);
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) {
      i++;
    } else {
      j++;
    }
  }
  return found;
}
