/** Says more in an error's message, and in its stack, which repeats it. */
export function addToMessage(error: Error, more: string): void {
  const { message, stack } = error;
  error.message = `${message} ${more}`;
  if (stack) error.stack = stack.replace(message, () => error.message);
}
