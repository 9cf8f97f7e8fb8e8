import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button, type ButtonProps } from './button';

export interface FileButtonProps extends Pick<ButtonProps, 'look' | 'icon' | 'children'> {
  accept: string[];
  multiple?: boolean;
  onFiles: (files: File[]) => void;
}

export function FileButton({ accept, multiple = false, onFiles, ...button }: FileButtonProps) {
  return (
    <FileTrigger acceptedFileTypes={accept} allowsMultiple={multiple} onSelect={(files) => onFiles([...(files ?? [])])}>
      <Button {...button} />
    </FileTrigger>
  );
}
