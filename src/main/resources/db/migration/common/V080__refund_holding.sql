-- What may still go back to senders has an account of its own; nobody sums it at a payment any more.
drop index remittance_exposure;
