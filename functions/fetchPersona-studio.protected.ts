// The name that the original plugin's own files and pictures have for fetch-persona-studio (docs/migrate.md).
export { handler } from './fetch-persona-studio.protected';
