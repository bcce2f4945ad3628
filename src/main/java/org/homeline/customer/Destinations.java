package org.homeline.customer;

import java.util.List;

/** To which countries money can be sent from a country; told by whoever knows the corridors. */
public interface Destinations {
    /** Country codes, the country itself among them where money can be sent within it. */
    List<String> from(String country);
}
