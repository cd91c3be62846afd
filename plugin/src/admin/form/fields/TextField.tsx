import React, { useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Input } from '@twilio-paste/core/input';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import { TranslationIcon } from '@twilio-paste/icons/esm/TranslationIcon';
import { DeleteIcon } from '@twilio-paste/icons/esm/DeleteIcon';
import { isObject, type Json, type JsonObject } from '../../../../../display/json';
import { setOwn } from '../../../../../display/edit';
import { labelId, accessible, type Field } from '../context';
import { strings } from '../strings';
import { byId, useFocusNext } from '../useFocusNext';
import { IconButton } from '../theme/ItemButtons';
import { NotShown } from './NotShownField';

/** Language tags as the JSON Schema has them: en, es, pt-BR. */
const LANGUAGE = /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/;

/** Offered one after the other when a language is added; which one is meant is up to the admin. */
const USUAL = ['en', 'es', 'pt', 'fr', 'de', 'it', 'ja', 'zh', 'ar', 'nl', 'pl', 'sv'];

function isLocalised(value: Json | undefined): value is { [language: string]: string } {
  return isObject(value) && Object.values(value).every((text) => typeof text === 'string');
}

/** A text for agents: one for everybody, or one per language. */
export function TextField(props: Field): React.ReactElement {
  const { idSchema, formData, onChange, required } = props;
  const id = idSchema.$id;
  const { invalid, describedBy } = accessible(props);
  const focusNext = useFocusNext();
  const toggle = (value: Json | undefined) => {
    focusNext(byId(id));
    onChange(value);
  };
  if (isObject(formData)) {
    return isLocalised(formData) ? <Languages {...props} texts={formData} onOneText={toggle} /> : <NotShown id={id} />;
  }
  if (Array.isArray(formData) || formData === null) return <NotShown id={id} />;
  const text = formData === undefined ? '' : String(formData);
  return (
    <Box display="flex" columnGap="space20" alignItems="center">
      <Box flexGrow={1} minWidth="0px">
        <Input
          id={id}
          type="text"
          value={text}
          required={required === true}
          hasError={invalid}
          aria-describedby={describedBy}
          autoComplete="off"
          onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
        />
      </Box>
      <IconButton
        title={strings.perLanguage}
        icon={<TranslationIcon decorative size="sizeIcon20" />}
        onClick={() => toggle({ en: text })}
      />
    </Box>
  );
}

interface LanguagesProps extends Field {
  texts: { [language: string]: string };
  onOneText: (text: string | undefined) => void;
}

function Languages(props: LanguagesProps) {
  const { idSchema, texts, onChange, onOneText, schema } = props;
  const id = idSchema.$id;
  const { invalid, describedBy } = accessible(props);
  const entries = Object.entries(texts);
  const write = (changed: [string, string][]) => {
    const next: JsonObject = {};
    for (const [language, text] of changed) setOwn<Json>(next, language, text);
    onChange(changed.length === 0 ? undefined : next);
  };
  const label = schema.title ?? '';
  const unused = USUAL.find((language) => !Object.hasOwn(texts, language));
  return (
    <Box role="group" aria-labelledby={labelId(id)} aria-describedby={describedBy} display="grid" rowGap="space20">
      {entries.map(([language, text], index) => (
        <Box key={index} display="flex" columnGap="space20" alignItems="flex-start">
          <Box width="size10" flexShrink={0}>
            <LanguageInput
              language={language}
              taken={entries.map(([other]) => other)}
              onChange={(next) => write(entries.map((entry, at) => (at === index ? [next, text] : entry)))}
            />
          </Box>
          <Box flexGrow={1} minWidth="0px">
            <Input
              id={index === 0 ? id : `${id}__${language}`}
              type="text"
              lang={language}
              aria-label={strings.languageOf(label, language)}
              value={text}
              hasError={invalid}
              onChange={(event) => {
                const { value } = event.currentTarget;
                write(entries.map((entry, at) => (at === index ? [language, value] : entry)));
              }}
            />
          </Box>
          <IconButton
            title={strings.removeLanguage(language)}
            icon={<DeleteIcon decorative size="sizeIcon20" />}
            onClick={() => write(entries.filter((_entry, at) => at !== index))}
          />
        </Box>
      ))}
      <Box display="flex" columnGap="space30">
        {unused !== undefined && (
          <Button variant="link" size="reset" onClick={() => write([...entries, [unused, '']])}>
            <PlusIcon decorative size="sizeIcon10" />
            {strings.addLanguage}
          </Button>
        )}
        {entries.length === 1 && (
          <Button variant="link" size="reset" onClick={() => onOneText(entries[0]?.[1] || undefined)}>
            {strings.oneText}
          </Button>
        )}
      </Box>
    </Box>
  );
}

interface LanguageInputProps {
  language: string;
  taken: readonly string[];
  onChange: (language: string) => void;
}

/** The tag of a language. What is being typed is not a language until it is: it takes effect once it is one. */
function LanguageInput({ language, taken, onChange }: LanguageInputProps) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? language;
  const twice = text !== language && taken.includes(text);
  const problem = twice ? strings.languageTwice : LANGUAGE.test(text) ? undefined : strings.badLanguage;
  return (
    <>
      <Input
        type="text"
        aria-label={strings.language}
        value={text}
        hasError={problem !== undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => {
          if (problem === undefined && text !== language) onChange(text);
          setTyped(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && problem === undefined && text !== language) onChange(text);
        }}
      />
      {problem !== undefined && <HelpText variant="error">{problem}</HelpText>}
    </>
  );
}
