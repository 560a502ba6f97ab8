package io.watchfloor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rooms of the house: which there are, how large they may get, and which may know
 * which.
 */
@AnalyzeClasses(packages = ArchitectureTests.HOUSE, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	static final String HOUSE = "io.watchfloor";

	/**
	 * Every dependency between two packages, as {@code from -> to}. A new one is a
	 * decision, so it is written down here; one that nobody needs any more goes.
	 */
	private static final Set<String> ARROWS = arrows("""
			(front door) -> signin
			(front door) -> signin.api
			(front door) -> redis
			(front door) -> signin.encryption

			queue -> defender
			queue -> queue.text
			queue.change -> queue
			queue.handover -> queue
			queue.handover -> queue.change
			queue.handover -> queue.index
			queue.index -> queue
			queue.reading -> defender
			queue.reading -> queue
			queue.reading -> queue.change
			queue.reading -> queue.index
			queue.related -> defender
			queue.related -> queue
			queue.related -> queue.index
			queue.statistics -> defender
			queue.statistics -> queue
			queue.statistics -> queue.change
			queue.statistics -> queue.index
			queue.sweep -> queue
			queue.sweep -> queue.text
			queue.triage -> defender
			queue.triage -> queue
			queue.triage -> queue.reading

			defender -> defender.shared
			defender -> http
			defender.json -> defender
			defender.xdr -> defender
			defender.xdr -> defender.json
			defender.graph -> defender
			defender.graph -> defender.json
			defender.graph -> http
			defender.redis -> defender
			defender.redis -> defender.shared
			defender.redis -> redis
			signin -> http
			signin -> signin.advice
			signin -> signin.api
			signin -> signin.credential
			signin -> signin.encryption
			signin -> signin.check
			signin -> signin.consent
			signin -> signin.headers
			signin -> signin.refusal
			signin -> signin.session
			signin.advice -> http
			signin.advice -> signin.api
			signin.check -> signin.api
			signin.consent -> signin.advice
			signin.consent -> signin.api
			signin.consent -> signin.session
			signin.persistence -> signin.encryption
			signin.redis -> redis
			signin.redis -> signin.encryption
			signin.redis -> signin.session

			web.address -> defender
			web.address -> queue
			web.format -> defender
			web.format -> queue
			web.entity -> defender
			web.entity -> queue
			web.entity -> web.format
			web.parts -> queue
			web.parts -> web.address
			web.parts -> web.entity
			web.parts -> web.format
			web.frame -> queue
			web.frame -> queue.handover
			web.frame -> signin
			web.frame -> web.address
			web.problem -> defender
			web.problem -> signin
			web.problem -> signin.advice
			web.problem -> signin.api
			web.problem -> signin.redis
			web.problem -> web.address
			web.problem -> web.format
			web.problem -> web.frame
			web.analyst -> defender
			web.analyst -> queue
			web.analyst -> queue.index
			web.analyst -> queue.reading
			web.analyst -> signin
			web.analyst -> signin.session
			web.analyst -> web.address
			web.analyst -> web.format
			web.analyst -> web.frame
			web.analyst -> web.problem

			web.narrative -> defender
			web.narrative -> queue
			web.narrative -> queue.related
			web.narrative -> web.address
			web.narrative -> web.analyst
			web.narrative -> web.entity
			web.narrative -> web.format

			web.queue -> defender
			web.queue -> queue
			web.queue -> queue.index
			web.queue -> queue.reading
			web.queue -> signin
			web.queue -> web.address
			web.queue -> web.analyst
			web.queue -> web.format
			web.queue -> web.frame
			web.incident -> defender
			web.incident -> queue
			web.incident -> queue.index
			web.incident -> queue.reading
			web.incident -> queue.related
			web.incident -> queue.statistics
			web.incident -> signin
			web.incident -> web.address
			web.incident -> web.analyst
			web.incident -> web.entity
			web.incident -> web.format
			web.incident -> web.frame
			web.incident -> web.narrative
			web.incident -> web.parts
			web.incident -> web.problem
			web.dashboard -> queue
			web.dashboard -> queue.change
			web.dashboard -> queue.handover
			web.dashboard -> queue.index
			web.dashboard -> queue.reading
			web.dashboard -> queue.statistics
			web.dashboard -> signin
			web.dashboard -> signin.api
			web.dashboard -> web.address
			web.dashboard -> web.analyst
			web.dashboard -> web.format
			web.dashboard -> web.frame
			web.handover -> queue
			web.handover -> queue.change
			web.handover -> queue.handover
			web.handover -> queue.index
			web.handover -> queue.reading
			web.handover -> signin
			web.handover -> web.address
			web.handover -> web.analyst
			web.handover -> web.format
			web.handover -> web.frame
			web.export -> defender
			web.export -> queue
			web.export -> queue.index
			web.export -> signin
			web.export -> web.address
			web.export -> web.analyst
			web.export -> web.format
			web.sweep -> queue
			web.sweep -> queue.index
			web.sweep -> queue.sweep
			web.sweep -> signin
			web.sweep -> web.address
			web.sweep -> web.analyst
			web.sweep -> web.entity
			web.sweep -> web.format
			web.views -> queue
			web.views -> signin
			web.views -> web.address
			web.views -> web.frame
			web.sessions -> signin.session
			web.token -> signin
			web.token -> signin.check
			web.triage -> web.triage.desk
			web.triage.desk -> queue
			web.triage.desk -> queue.triage
			web.triage.desk -> defender
			web.triage.desk -> signin.session
			web.triage.desk -> web.address
			web.triage.form -> defender
			web.triage.form -> queue.triage
			web.triage.form -> signin
			web.triage.form -> web.address
			web.triage.form -> web.format
			web.triage -> defender
			web.triage -> queue
			web.triage -> queue.index
			web.triage -> queue.triage
			web.triage -> signin
			web.triage -> signin.advice
			web.triage -> signin.consent
			web.triage -> web.address
			web.triage -> web.analyst
			web.triage -> web.format
			web.triage -> web.frame
			web.triage -> web.problem
			web.triage -> web.triage.form
			""");

	private static final Set<String> PAGES = Set.of("web.queue", "web.incident", "web.dashboard", "web.export",
			"web.views", "web.token", "web.handover", "web.sweep", "web.triage", "web.sessions");

	private static final int MOST_CLASSES = 30;

	/**
	 * Split further, ten of its session classes would turn public.
	 */
	private static final Map<String, Integer> MOST_CLASSES_OF = Map.of("signin", 41);

	@ArchTest
	static final ArchRule importsPointOneWay = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("door")
		.definedBy("io.watchfloor")
		.layer("web")
		.definedBy("io.watchfloor.web..")
		.layer("queue")
		.definedBy("io.watchfloor.queue..")
		.layer("defender")
		.definedBy("io.watchfloor.defender..")
		.layer("signin")
		.definedBy("io.watchfloor.signin..")
		.layer("http")
		.definedBy("io.watchfloor.http..")
		.layer("redis")
		.definedBy("io.watchfloor.redis..")
		.whereLayer("door")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("web")
		.mayOnlyBeAccessedByLayers("door")
		.whereLayer("queue")
		.mayOnlyBeAccessedByLayers("web", "door")
		.whereLayer("defender")
		.mayOnlyBeAccessedByLayers("queue", "web", "door")
		.whereLayer("signin")
		.mayOnlyBeAccessedByLayers("web", "door")
		.whereLayer("http")
		.mayOnlyBeAccessedByLayers("signin", "defender")
		.whereLayer("redis")
		.mayOnlyBeAccessedByLayers("signin", "defender", "door")
		.withOptionalLayers(true);

	@ArchTest
	static final ArchRule theQueueKnowsNothingOfTheWeb = noClasses().that()
		.resideInAPackage("io.watchfloor.queue..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.security..",
				"org.springframework.http..")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule noTwoPackagesDependOnEachOtherHoweverFarAround = slices().matching("io.watchfloor.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule whatFormatsMakesNoPage = noClasses().that()
		.resideInAnyPackage("io.watchfloor.web.format..", "io.watchfloor.web.entity..", "io.watchfloor.web.narrative..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("jakarta.servlet..", "org.springframework.stereotype..", "org.springframework.ui..",
				"org.springframework.web.bind..", "org.springframework.web.servlet..");

	@ArchTest
	static void everyDependencyBetweenTwoPackagesIsListedAndNoOtherIs(JavaClasses house) {
		assertThat(arrows(house)).containsExactlyInAnyOrderElementsOf(ARROWS);
	}

	@ArchTest
	static void noPackageHasTooManyClasses(JavaClasses house) {
		house.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy((type) -> room(type.getPackageName()), Collectors.counting()))
			.forEach((room, classes) -> assertThat(classes).as("classes in %s", room)
				.isLessThanOrEqualTo(MOST_CLASSES_OF.getOrDefault(room, MOST_CLASSES)));
	}

	@ArchTest
	static void noPageDependsOnAnother(JavaClasses house) {
		assertThat(arrows(house)).noneMatch((arrow) -> PAGES.containsAll(List.of(arrow.split(" -> "))));
	}

	@ArchTest
	static void pagesKeepTheirClassesToThemselves(JavaClasses house) {
		assertThat(house.stream().filter((type) -> PAGES.contains(room(type.getPackageName())))).isNotEmpty()
			.filteredOn(JavaClass::isTopLevelClass)
			.noneMatch((type) -> type.getModifiers().contains(JavaModifier.PUBLIC));
	}

	private static Set<String> arrows(JavaClasses house) {
		return house.stream()
			.flatMap((type) -> type.getDirectDependenciesFromSelf().stream())
			.map((dependency) -> List.of(packageOf(dependency.getOriginClass()),
					packageOf(dependency.getTargetClass())))
			.filter((ends) -> ends.get(1).startsWith(HOUSE) && !ends.get(0).equals(ends.get(1)))
			.map((ends) -> room(ends.get(0)) + " -> " + room(ends.get(1)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String packageOf(JavaClass type) {
		return type.getBaseComponentType().getPackageName();
	}

	private static String room(String packageName) {
		return packageName.equals(HOUSE) ? "(front door)" : packageName.substring(HOUSE.length() + 1);
	}

	private static Set<String> arrows(String lines) {
		return lines.lines().filter((line) -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
	}

}
