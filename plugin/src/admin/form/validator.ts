import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import type { FormContext } from './context';

/**
 * The form does not judge: problems come from the report on the whole document, with the sentences that the server and
 * the commands use, too. So no validator has to be compiled in the browser, and nothing is evaluated. Schemas handed to
 * the form hold no choices that rjsf would have to decide.
 */
export const validator: ValidatorType<unknown, RJSFSchema, FormContext> = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- rjsf 5 still asks for it
  toErrorList: () => [],
  isValid: () => true,
  rawValidation: () => ({}),
};
