import type { Locator } from 'playwright-core';
import { isObject, type Json, type JsonObject } from '../../display/json';
import type { DisplaySchema } from '../../schemas/generated/display-schema';
import type { EditorPage } from './editor';

const PANELS = ['context', 'traits'] as const;
/** What has lines of its own in the outline, beside the settings of the part that holds it. */
const IN_OUTLINE = new Set(['highlights', 'context', 'traits', 'layouts', 'sections', 'fields']);
/** Condition, mask and mappings have controls of their own; all other settings are one control or a list of texts. */
const FORM = 'cc-form';

type Part = JsonObject;
const said = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value));
const partsOf = (value: Json | undefined): Part[] => (Array.isArray(value) ? value.filter(isObject) : []);

/**
 * Builds a document in the editor as an admin would: parts are added in the outline, and every setting is written in its
 * form. JSON is neither typed nor imported. Takes highlights, both panels and layouts with everything in them but texts
 * in several languages, and conditions up to one group of comparisons.
 */
export async function buildDocument(editor: EditorPage, document: DisplaySchema): Promise<void> {
  const builder = new Builder(editor);
  const whole = document as unknown as Part;
  await builder.arrangement('', whole);
  await builder.items('/layouts', '/layouts', 'layout', partsOf(whole['layouts']), (pointer, layout) =>
    builder.arrangement(pointer, layout),
  );
}

class Builder {
  constructor(private readonly editor: EditorPage) {}

  /** Highlights and panels: of the document itself, or of a layout. */
  async arrangement(base: string, part: Part): Promise<void> {
    const highlights = `${base}/highlights`;
    await this.items(highlights, highlights, 'highlight', partsOf(part['highlights']));
    for (const name of PANELS) {
      const panel = part[name];
      if (isObject(panel)) await this.panel(`${base}/${name}`, panel);
    }
  }

  /** Adds the items of a list one behind the other, each with its settings and what `inside` adds to it. */
  async items(
    holder: string,
    list: string,
    kind: 'highlight' | 'section' | 'field' | 'layout',
    items: readonly Part[],
    inside?: (pointer: string, item: Part) => Promise<void>,
  ): Promise<void> {
    for (const [index, item] of items.entries()) {
      await this.select(index === 0 ? holder : `${list}/${index - 1}`);
      const tools = this.editor.view.getByRole('group', { name: 'Selected part' });
      await tools.getByRole('button', { name: `Add ${kind}` }).click();
      const pointer = `${list}/${index}`;
      await this.editor.view.locator(`[data-pointer="${pointer}"][aria-selected="true"]`).waitFor();
      await this.settings(item);
      await inside?.(pointer, item);
    }
  }

  private async panel(pointer: string, panel: Part): Promise<void> {
    const sections = partsOf(panel['sections']);
    await this.items(pointer, `${pointer}/sections`, 'section', sections, (section, { fields }) =>
      this.items(section, `${section}/fields`, 'field', partsOf(fields)),
    );
    await this.select(pointer);
    if (sections.length === 0) await this.editor.button('Set up').click();
    await this.settings(panel);
  }

  /** Chooses a line of the outline, unfolding what holds it. */
  private async select(pointer: string): Promise<void> {
    const line = this.editor.view.locator(`[data-pointer="${pointer}"]`);
    if ((await line.count()) === 0) {
      const holder = pointer.slice(0, pointer.lastIndexOf('/'));
      await this.editor.view.locator(`[data-pointer="${holder}"] [data-fold]`).click();
    }
    await line.click();
  }

  private async settings(part: Part): Promise<void> {
    for (const [name, value] of Object.entries(part)) {
      if (!IN_OUTLINE.has(name)) await this.setting(`${FORM}/${name}`, name, value);
    }
  }

  private async setting(id: string, name: string, value: Json): Promise<void> {
    if (name === 'when') await this.condition(id, value);
    else if (name === 'mask' && isObject(value)) await this.mask(id, value);
    else if (Array.isArray(value)) await this.list(id, value);
    else await this.single(this.control(id), value, this.editor.view);
  }

  private async mask(id: string, { reveal }: Part): Promise<void> {
    await this.label(id).click();
    if (Array.isArray(reveal)) await this.list(`${id}/reveal`, reveal);
  }

  /** Texts such as hidden keys, or items with settings of their own such as mappings. */
  private async list(id: string, values: readonly Json[]): Promise<void> {
    const group = this.groupOf(id);
    const add = group.getByRole('button', { name: /^Add / }).last();
    for (const [index, value] of values.entries()) {
      await add.click();
      if (isObject(value)) {
        const item = group.locator('[data-item]').nth(index);
        for (const [name, inner] of Object.entries(value)) {
          await this.single(this.control(`${id}/${index}/${name}`), inner, item);
        }
      } else {
        await group.getByRole('textbox').nth(index).fill(said(value));
      }
    }
  }

  /** One control: a box to tick, one of some words, or a text. `around` holds the choice of a value's type. */
  private async single(control: Locator, value: Json, around: Locator): Promise<void> {
    if (typeof value === 'object') throw new Error(`No control takes ${JSON.stringify(value)}.`);
    if ((await control.getAttribute('type')) === 'checkbox') {
      const id = await control.getAttribute('id');
      if ((await control.isChecked()) !== value) await this.label(id ?? '').click();
      return;
    }
    const type = around.getByRole('combobox', { name: 'Value: Type' });
    if (typeof value !== 'string' && (await type.count()) === 1) await type.selectOption(typeof value);
    const isChoice = (await control.evaluate(({ tagName }) => tagName)) === 'SELECT';
    if (isChoice) await control.selectOption(String(value));
    else await control.fill(String(value));
  }

  private async condition(id: string, condition: Json): Promise<void> {
    if (!isObject(condition)) return;
    const group = this.groupOf(id);
    await this.control(id).click();
    const kind = ['all', 'any'].find((one) => one in condition);
    const comparisons = kind === undefined ? [] : partsOf(condition[kind]);
    if (kind === undefined) {
      await this.comparison(id, group, condition);
      return;
    }
    await group.getByRole('button', { name: 'And another' }).click();
    for (let more = comparisons.length - 2; more > 0; more -= 1) {
      await group.getByRole('button', { name: 'Add comparison' }).click();
    }
    await this.control(id).selectOption(kind);
    for (const [index, comparison] of comparisons.entries()) {
      const place = group.getByRole('group', { name: `Condition ${index + 1}` });
      await this.comparison(`${id}/${index}`, place, comparison);
    }
  }

  private async comparison(id: string, around: Locator, { fact, op, value }: Part): Promise<void> {
    const [root = '', path = ''] = said(fact).split(':');
    await this.control(id).selectOption(root);
    if (path !== '') await this.control(`${id}/key`).fill(path);
    await around.getByRole('combobox', { name: 'Comparison', exact: true }).selectOption(said(op));
    const values = Array.isArray(value) ? value : undefined;
    if (values === undefined) {
      if (value !== undefined) await this.single(this.control(`${id}/value`), value, around);
      return;
    }
    for (const [index, one] of values.entries()) {
      await around.getByRole('button', { name: 'Add value' }).click();
      await around.getByRole('textbox', { name: `Value ${index + 1}` }).fill(said(one));
    }
  }

  private control(id: string): Locator {
    return this.editor.view.locator(`[id="${id}"]`);
  }

  private label(id: string): Locator {
    return this.editor.view.locator(`label[for="${id}"]`);
  }

  /** The group of controls that a label names. */
  private groupOf(id: string): Locator {
    return this.editor.view.locator(`[role="group"][aria-labelledby="${id}__label"]`);
  }
}
