/** Ends this process because of something that a person has to do. */
export function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
