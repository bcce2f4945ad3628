package org.homeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.homeline.agent.AgentSettings;
import org.homeline.compliance.VelocitySettings;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.customer.Countries;
import org.homeline.customer.Tiers;
import org.homeline.fx.Rates;
import org.homeline.iso8583.Dialects;
import org.homeline.language.Texts;
import org.homeline.ledger.ChartOfAccounts;
import org.homeline.remittance.Corridors;
import org.homeline.settlement.Partners;
import org.homeline.settlement.TreasurySettings;
import org.homeline.signing.KeyStoreFile;
import org.homeline.signing.Keys;
import org.homeline.terminal.TerminalSettings;

/** What is read from the two folders that a server is given: its configuration and its data. */
@Factory
final class Wiring {
    @Singleton
    ConfigurationFolder configuration(@Value("${homeline.config}") String folder) {
        return new ConfigurationFolder(Path.of(folder));
    }

    @Singleton
    @Requires(missingBeans = KeyStoreFile.class)
    KeyStoreFile keyStoreFile(@Value("${homeline.data}") String folder) {
        return new KeyStoreFile(Path.of(folder), System.getenv());
    }

    @Singleton
    @Bean(typed = Keys.class)
    Keys keys(KeyStoreFile file, KeyGuard guard) {
        return guard.open(file);
    }

    @Singleton
    Texts texts(ConfigurationFolder folder) {
        return Texts.read(folder);
    }

    @Singleton
    Countries countries(ConfigurationFolder folder, Texts texts) {
        return Countries.read(folder, texts);
    }

    @Singleton
    Tiers tiers(ConfigurationFolder folder, Countries countries) {
        return Tiers.read(folder, countries);
    }

    @Singleton
    AgentSettings agentSettings(ConfigurationFolder folder, Countries countries) {
        return AgentSettings.read(folder, countries);
    }

    @Singleton
    Rates rates(ConfigurationFolder folder, Clock clock, MeterRegistry meters) {
        return new Rates(folder, clock, meters);
    }

    @Singleton
    VelocitySettings velocitySettings(ConfigurationFolder folder) {
        return VelocitySettings.read(folder);
    }

    @Singleton
    Corridors corridors(ConfigurationFolder folder, Countries countries, Rates rates) {
        return Corridors.read(folder, countries, rates);
    }

    @Singleton
    TreasurySettings treasurySettings(ConfigurationFolder folder) {
        return TreasurySettings.read(folder);
    }

    @Singleton
    Dialects dialects(ConfigurationFolder folder) {
        return Dialects.read(folder);
    }

    /** A property {@code homeline.connect.<partner>} says where to connect to in place of the partner's file: for simulators. */
    @Singleton
    Partners partners(ConfigurationFolder folder, Dialects dialects, Countries countries, PropertyResolver properties) {
        var partners = Partners.read(
                folder,
                dialects,
                countries,
                partner -> properties.getProperty("homeline.connect." + partner, String.class));
        partners.requireKnown(System.getenv().keySet());
        return partners;
    }

    @Singleton
    TerminalSettings terminalSettings(
            ConfigurationFolder folder, Dialects dialects, @Value("${homeline.terminal-listen:}") String listen) {
        return TerminalSettings.read(folder, dialects).listening(listen);
    }

    @Singleton
    ChartOfAccounts chartOfAccounts(ConfigurationFolder folder) {
        return ChartOfAccounts.read(folder);
    }
}
