import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import imports from 'eslint-plugin-import';
import reactHooks from 'eslint-plugin-react-hooks';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import globals from 'globals';

const folders = [
  'schemas',
  'display',
  'editor',
  'plugin',
  'functions',
  'service',
  'sandbox',
  'scripts',
  'bench',
  'e2e',
];

/** Which of our folders each folder may import from, besides itself. Arrows point one way (docs/architecture.md). */
const allowed = {
  schemas: [],
  display: ['schemas'],
  editor: ['display', 'schemas'],
  plugin: ['editor', 'display', 'schemas'],
  service: ['display', 'schemas'],
  functions: ['service'],
  sandbox: ['service', 'display', 'schemas'],
  scripts: ['sandbox', 'service', 'editor', 'display', 'schemas'],
  bench: ['scripts', 'sandbox', 'plugin', 'editor', 'functions', 'service', 'display', 'schemas'],
  e2e: ['scripts', 'sandbox', 'service', 'editor', 'display', 'schemas'],
};

const zones = folders.map((folder) => ({
  target: `./${folder}`,
  from: folders.filter((other) => other !== folder && !allowed[folder].includes(other)).map((other) => `./${other}`),
  message: `${folder}/ may import only from: ${[folder, ...allowed[folder]].join(', ')}.`,
}));

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.cache', 'plugin/node_modules', 'plugin/build', '**/generated/**'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { import: imports },
    settings: {
      'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] } },
    },
    languageOptions: { globals: { ...globals.node } },
    rules: {
      'import/no-restricted-paths': ['error', { zones }],
      'import/no-cycle': ['error', { maxDepth: 4, ignoreExternal: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  // Twilio's plugin builder requires it.
  { files: ['plugin/webpack.config.js'], languageOptions: { sourceType: 'commonjs', globals: { ...globals.node } } },
  {
    // The engine is pure: time, locale, zone and data come in as arguments.
    files: ['display/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Take now from the environment.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take now from the environment.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'The engine is deterministic.',
        },
      ],
    },
  },
  {
    files: ['plugin/**/*.tsx', 'plugin/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.recommended],
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**', 'bench/**', '**/testing/**'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
