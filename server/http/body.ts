// JSON bodies: read up to a limit, refused in any other type.
import { type RequestHandler, json } from 'express';
import { type Rejected, reject } from '../../shared/result.ts';
import { refuse } from './answers.ts';

const isJson = (type: string | undefined): boolean => /^application\/json\s*(;|$)/i.test(type ?? '');

const onlyJson: RequestHandler = (request, response, next) => {
  if (isJson(request.headers['content-type'])) next();
  else refuse(request, response, { code: 'invalid', field: 'content-type' });
};

/** Reads a body of at most `limit` bytes into `request.body`. */
export function jsonBody(limit: number): RequestHandler[] {
  return [onlyJson, json({ limit, strict: false, inflate: true })];
}

/** A body that is not even an object has no path to name. */
export const named = (rejected: Rejected): Rejected =>
  rejected.error.field === '' ? reject(rejected.error.code, 'body') : rejected;
