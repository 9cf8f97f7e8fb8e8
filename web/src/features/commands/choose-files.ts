import { acceptedFiles, openFiles } from '../../state/import';

/** The browser's own dialog for files, without a button of it on the screen. */
export function chooseFiles(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = acceptedFiles.join();
  input.onchange = () => openFiles([...(input.files ?? [])].map((file) => ({ name: file.name, file })));
  input.click();
}
