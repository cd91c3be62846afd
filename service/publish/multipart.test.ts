import { expect, it } from 'vitest';
import { multipart } from './multipart';

it('is read by others as it was meant', async () => {
  const content = '{"label":{"es":"Añadir ✓"},"text":"--form-\\r\\n"}';
  const { contentType, body } = multipart(
    { Path: '/r/1.json', Visibility: 'protected' },
    { field: 'Content', name: 'document.json', contentType: 'application/json', content },
  );
  const form = await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
  const file = form.get('Content') as File;
  expect([form.get('Path'), form.get('Visibility')]).toEqual(['/r/1.json', 'protected']);
  expect([file.name, file.type, await file.text()]).toEqual(['document.json', 'application/json', content]);
});
