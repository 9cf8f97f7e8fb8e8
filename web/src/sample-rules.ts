export { default } from '../../rules/b2b-sample.json?raw';
