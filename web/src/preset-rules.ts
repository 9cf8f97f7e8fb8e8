// The texts of the rule files to start from; the plain ones first.

import bank from '../../rules/bank-term-deposit.json?raw';
import accountEngagementGrade from '../../rules/presets/account-engagement-grade.json?raw';
import accountEngagementScoring from '../../rules/presets/account-engagement-scoring.json?raw';
import eCommerce from '../../rules/presets/e-commerce.json?raw';
import education from '../../rules/presets/education.json?raw';
import eloqua from '../../rules/presets/eloqua-example.json?raw';
import enterprise from '../../rules/presets/enterprise.json?raw';
import gitlab from '../../rules/presets/gitlab.json?raw';
import localBusiness from '../../rules/presets/local-business.json?raw';
import marketoBehaviour from '../../rules/presets/marketo-behaviour.json?raw';
import marketoDemographic from '../../rules/presets/marketo-demographic.json?raw';
import midMarket from '../../rules/presets/mid-market.json?raw';
import productLed from '../../rules/presets/product-led.json?raw';
import relias from '../../rules/presets/relias.json?raw';
import starter from '../../rules/presets/starter.json?raw';

export default [
  ...[starter, localBusiness, productLed, midMarket, enterprise, eCommerce, education],
  ...[gitlab, relias, accountEngagementScoring, accountEngagementGrade],
  ...[marketoBehaviour, marketoDemographic, eloqua, bank],
];
