/**
 * The engine runs in browsers and in functions, so it is compiled without the types of either.
 * These few globals exist in both; anything else that is missing here does not belong in display/.
 */
declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}
