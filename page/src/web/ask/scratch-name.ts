/** A name for the file of a conversation: its own; of one that is called by its address the last part of the path, or the host. */
export function fileName(name: string, url: string): string {
  if (!url.includes(name)) {
    return /^Scratch \d+$/.test(name) ? "" : name;
  }
  const [host = "", ...path] = name.split("/").filter((part) => part && !/^:|\{\{/.test(part));
  return path.at(-1) ?? host.replace(/:\d+$/, "");
}
