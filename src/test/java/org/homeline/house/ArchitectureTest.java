package org.homeline.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the plan of the house: who may import whom, and which outside library stays behind which fence. */
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));
    private static final Floors FLOORS = new Floors();

    /** What a simulator may lean on: no package of the server, and nothing that Micronaut would make a bean of. */
    private static final List<String> SIMULATORS_LEAN_ON = List.of(
            Floors.SIMULATORS,
            "java",
            "javax",
            "jdk",
            "com.sun.net.httpserver",
            "picocli",
            "org.jline",
            "org.bouncycastle",
            "org.jpos",
            "org.jspecify",
            "org.snakeyaml",
            "org.HdrHistogram",
            "io.netty",
            "io.micronaut.core",
            "io.micronaut.serde",
            "com.fasterxml.jackson");

    @Test
    void everyPackageHasItsFloor() {
        assertThat(houseClasses()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .filter(name -> !Floors.isWithin(name, Floors.SIMULATORS))
                        .filter(name -> FLOORS.of(name).isEmpty()))
                .as(
                        "packages that nobody planned: put the class into a package of the plan, or the package into Floors")
                .isEmpty();
    }

    @Test
    void aPackageImportsLowerFloorsOnly() {
        assertThat(imports(imported -> Floors.isWithin(imported.getPackageName(), Floors.HOUSE))
                        .filter(found -> !FLOORS.mayImport(
                                found.getOriginClass().getPackageName(),
                                target(found).getPackageName()))
                        .map(ArchitectureTest::say))
                .as("imports of the same or a higher floor: turn them round with an interface on the lower floor")
                .isEmpty();
    }

    @Test
    void noPackagesImportEachOtherInACircle() {
        slices().matching("org.homeline.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void jposStaysInIso8583() {
        fence("org.jpos", "iso8583");
    }

    @Test
    void bouncyCastleStaysInSigning() {
        fence("org.bouncycastle", "signing");
    }

    @Test
    void twilioStaysInItsGateway() {
        fence("com.twilio", "gateway.sms");
    }

    @Test
    void httpStaysAtTheEdge() {
        for (var http : List.of("io.micronaut.http", "java.net.http", "io.netty", "com.sun.net.httpserver")) {
            fence(http, "gateway", "api", "terminal", "console");
        }
    }

    @Test
    void simulatorsReachTheServerOverTheWireAlone() {
        assertThat(classes(Floors.SIMULATORS)
                        .flatMap(simulator -> simulator.getDirectDependenciesFromSelf().stream())
                        .filter(found -> SIMULATORS_LEAN_ON.stream()
                                .noneMatch(
                                        allowed -> Floors.isWithin(target(found).getPackageName(), allowed)))
                        .filter(found -> !target(found).isPrimitive())
                        .map(ArchitectureTest::say))
                .as("a simulator is another machine: it has neither the server's classes nor its beans")
                .isEmpty();
    }

    /** The library is imported from within these packages, the roof and the simulators (their own rule holds them) alone. */
    private static void fence(String library, String... within) {
        assertThat(imports(imported -> Floors.isWithin(imported.getPackageName(), library))
                        .filter(found -> !isAllowed(found.getOriginClass().getPackageName(), within))
                        .map(ArchitectureTest::say))
                .as(library + " belongs into " + List.of(within) + ": go through that package")
                .isEmpty();
    }

    private static boolean isAllowed(String importer, String... within) {
        return importer.equals(Floors.HOUSE)
                || Floors.isWithin(importer, Floors.SIMULATORS)
                || Stream.of(within).anyMatch(name -> Floors.isWithin(importer, Floors.HOUSE + "." + name));
    }

    private static Stream<Dependency> imports(Predicate<JavaClass> imported) {
        return houseClasses()
                .flatMap(importer -> importer.getDirectDependenciesFromSelf().stream())
                .filter(found -> imported.test(target(found)));
    }

    private static Stream<JavaClass> houseClasses() {
        return classes(Floors.HOUSE);
    }

    /** Without what annotation processors wrote: it follows from the classes it was written for. */
    private static Stream<JavaClass> classes(String packageName) {
        return CLASSES.stream()
                .filter(found -> Floors.isWithin(found.getPackageName(), packageName))
                .filter(found -> !found.getSimpleName().startsWith("$")
                        && !found.getName().contains(".$"));
    }

    private static JavaClass target(Dependency found) {
        return found.getTargetClass().getBaseComponentType();
    }

    private static String say(Dependency found) {
        return found.getDescription() + "\n";
    }
}
