/** One or two sentences on why the sandbox did not start, and the way out. */
export function describeFailure(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'port-taken') {
    return `Port ${port} is taken, perhaps by another "npm start". End that one, or choose another port: npm start -- --port ${port + 1}`;
  }
  // The sandbox's own errors are sentences for a person already.
  if (error instanceof Error && error.name === 'SandboxError') return error.message;
  if (code === 'EACCES') {
    return `This account may not listen on port ${port}. Choose one above 1023: npm start -- --port 3000`;
  }
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') {
    return `${(error as Error).message}\nThe installed packages are not whole. Delete the folder node_modules and run npm start again.`;
  }
  if (code === 'ENOSPC')
    return 'The disk is full. The sandbox keeps about 40 MB in .cache; free some room and try again.';
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${message}\n\nThe sandbox could not start. Deleting the folders .cache and node_modules and running npm start again starts from nothing.`;
}
