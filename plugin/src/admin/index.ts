import { CONTRACT, EDITOR_GLOBAL, type EditorModule } from './contract';
import { Editor } from './Editor';

// The plugin looks for it here as soon as the script has run.
const module: EditorModule = { contract: CONTRACT, Editor };
Reflect.set(window, EDITOR_GLOBAL, module);
