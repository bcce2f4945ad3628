package org.homeline.gateway.sms;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import org.homeline.configuration.ConfigurationFolder;

/** Reads the settings at start, so that a mistake in them stops it. */
@Factory
final class SmsFactory {
    @Context
    SmsSettings settings(ConfigurationFolder folder) {
        return SmsSettings.read(folder);
    }
}
