-- What may still go back to senders in a currency is summed at every payment in that currency.
create index remittance_exposure on remittance (send_currency, state);
