/** TaskRouter's limit for the attributes of a task or a worker: characters of JSON text, whitespace included. */
export const ATTRIBUTES_LIMIT = 4096;
