import type { NextFunction, Request, Response } from 'express';
import type { Build, Environment, Service, Version } from './records';

/** A request for a deployed function, and everything its answer depends on. */
export interface Running {
  service: Service;
  environment: Environment;
  build: Build;
  /** The function's deployed version. */
  version: Version;
  /** Writes to the environment's logs. */
  log: (line: LogLine) => void;
}

export interface LogLine {
  level: 'info' | 'warn' | 'error';
  message: string;
}

/** Answers a request for a deployed function. `request.url` is that of the environment's domain. */
export type FunctionRunner = (running: Running, request: Request, response: Response, next: NextFunction) => void;
