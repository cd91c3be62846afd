import React, { useEffect, useMemo } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { isObject, own, type Json, type JsonObject } from '../../../../display/json';
import { at } from '../../../../editor/edit';
import { setValue } from '../../../../editor/outline/operations';
import { shapeAt } from '../../../../editor/outline/shape';
import type { Report } from '../../../../schemas/report/problem';
import { applyForm, formDataOf } from './apply';
import { ID_PREFIX, ID_SEPARATOR } from './context';
import { FORM_CLASS } from './focusForm';
import { PasteForm } from './form';
import { editedNames, nodeSchema, type NodeSchema } from './nodeSchema';
import { problemsOf } from './problems';
import { strings } from './strings';
import { ProblemList } from './theme/ProblemList';
import { validator } from './validator';

interface Props {
  /** The whole document, whatever it is. */
  document: Json;
  /** JSON Pointer of the part that is selected. */
  pointer: string;
  report: Pick<Report, 'problems'>;
  /** The document after an edit. It shares everything that was not touched. */
  onChange: (document: Json) => void;
}

/** Parts that change what agents see by being there at all: left out, everything is shown. */
const OPTIONAL = new Set(['panel', 'events', 'studio']);

/** The settings of one part of the document. */
export function NodeForm({ document, pointer, report, onChange }: Props): React.ReactElement {
  const node = at(document, pointer);
  const shape = shapeAt(pointer);
  const problems = useMemo(() => problemsOf(report.problems, pointer), [report, pointer]);
  if (shape === undefined) return <Words id="" problems={problems} text={strings.gone} />;
  if (shape.list) {
    return (
      <Words id={pointer} problems={problems.filter((problem) => problem.pointer === '')} text={strings.nothingToSet} />
    );
  }
  if (node === undefined) {
    if (!OPTIONAL.has(shape.shape)) return <Words id={pointer} problems={[]} text={strings.gone} />;
    return (
      <Words id={pointer} problems={[]} text={strings.notSetUp}>
        <Button variant="secondary" onClick={() => onChange(setValue(document, pointer, {}).document)}>
          {strings.setUp}
        </Button>
      </Words>
    );
  }
  if (!isObject(node)) return <Words id={pointer} problems={problems} text={strings.notShown} />;
  return <Settings key={pointer} {...{ document, pointer, problems, node, onChange }} definition={shape.shape} />;
}

interface SettingsProps extends Pick<Props, 'document' | 'pointer' | 'onChange'> {
  node: JsonObject;
  definition: string;
  problems: ReturnType<typeof problemsOf>;
}

function Settings({ document, pointer, node, definition, problems, onChange }: SettingsProps) {
  const made = useSame(useMemo(() => nodeSchema(definition, node), [definition, node]));
  const names = useMemo(() => editedNames(made), [made]);
  const formData = useMemo(() => formDataOf(node, names), [node, names]);
  const formContext = useMemo(() => ({ problems }), [problems]);
  // A part that was just added has no name yet: the first thing to type.
  useEffect(() => {
    const nameless = ['key', 'name'].find((name) => own(node, name) === '');
    if (nameless !== undefined) window.document.getElementById(`${ID_PREFIX}${ID_SEPARATOR}${nameless}`)?.focus();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when it appears, not when it is emptied
  }, []);
  if (names.length === 0) return <Words id={pointer} problems={problems.filter(isOwn)} text={strings.nothingToSet} />;
  return (
    <PasteForm
      tagName="div"
      className={FORM_CLASS}
      idPrefix={ID_PREFIX}
      idSeparator={ID_SEPARATOR}
      schema={made.schema}
      uiSchema={made.uiSchema}
      formData={formData}
      formContext={formContext}
      validator={validator}
      noHtml5Validate
      showErrorList={false}
      experimental_defaultFormStateBehavior={{
        emptyObjectFields: 'skipDefaults',
        arrayMinItems: { populate: 'never' },
      }}
      onChange={({ formData: after }, id) => {
        // Without the id of a control it was not the admin who changed something.
        if (id === undefined || !isObject(after)) return;
        const edited = applyForm(document, pointer, names, formData, after);
        if (edited !== document) onChange(edited);
      }}
    >
      <></>
    </PasteForm>
  );
}

/** The first of equal schemas: most edits change no control, and rjsf then has nothing to compare. */
function useSame(made: NodeSchema): NodeSchema {
  const text = useMemo(() => JSON.stringify(made), [made]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the text stands for the schema
  return useMemo(() => made, [text]);
}

const isOwn = ({ pointer }: { pointer: string }) => pointer.split('/').length <= 2;

interface WordsProps {
  id: string;
  text: string;
  problems: ReturnType<typeof problemsOf>;
}

const Words: React.FC<WordsProps> = ({ id, text, problems, children }) => (
  <Box display="grid" rowGap="space40" justifyItems="start">
    <ProblemList id={`${ID_PREFIX}-${id}`} problems={problems} />
    <HelpText marginTop="space0">{text}</HelpText>
    {children}
  </Box>
);
