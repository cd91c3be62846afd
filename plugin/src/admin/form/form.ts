import { withTheme } from '@rjsf/core';
import type { RegistryFieldsType, RJSFSchema } from '@rjsf/utils';
import type { FormContext } from './context';
import { ConditionField } from './fields/ConditionField';
import { FormattedField } from './fields/FormattedField';
import { MaskField } from './fields/MaskField';
import { NotShownField } from './fields/NotShownField';
import { NumberField } from './fields/NumberField';
import { ScalarField } from './fields/ScalarField';
import { StringsField } from './fields/StringsField';
import { SwitchField } from './fields/SwitchField';
import { TextField } from './fields/TextField';
import { WordField } from './fields/WordField';
import { ArrayFieldTemplate } from './theme/ArrayFieldTemplate';
import { FieldTemplate } from './theme/FieldTemplate';
import { ObjectFieldTemplate } from './theme/ObjectFieldTemplate';
import { TextWidget } from './theme/TextWidget';

/** rjsf's form drawn with Paste, so that it looks like the rest of Flex. `nodeSchema` names these fields. */
export const PasteForm = withTheme<unknown, RJSFSchema, FormContext>({
  templates: { ArrayFieldTemplate, FieldTemplate, ObjectFieldTemplate },
  widgets: { TextWidget },
  fields: {
    condition: ConditionField,
    formatted: FormattedField,
    mask: MaskField,
    notShown: NotShownField,
    number: NumberField,
    scalar: ScalarField,
    strings: StringsField,
    switch: SwitchField,
    text: TextField,
    word: WordField,
    // rjsf's type of a field knows less of the data than ours.
  } as unknown as RegistryFieldsType<unknown, RJSFSchema, FormContext>,
});
