export { default } from '../../rules/bank-term-deposit.json?raw';
