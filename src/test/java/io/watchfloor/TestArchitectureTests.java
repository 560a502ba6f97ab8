package io.watchfloor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.watchfloor.support.IntegrationTest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where tests and their helpers live, and which tests {@code ./mvnw test} leaves out.
 */
@AnalyzeClasses(packages = ArchitectureTests.HOUSE)
class TestArchitectureTests {

	private static final DescribedPredicate<JavaClass> TESTS = DescribedPredicate.describe("tests",
			(type) -> type.isTopLevelClass() && type.getSimpleName().endsWith("Tests"));

	private static final DescribedPredicate<JavaClass> INTEGRATION_TESTS = DescribedPredicate
		.describe("integration tests", (type) -> Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
			.anyMatch((marked) -> marked.isAnnotatedWith(IntegrationTest.class)));

	/**
	 * By their names, so that this test depends on none of them.
	 */
	private static final Set<String> STARTERS = Set.of("io.watchfloor.sandbox.Sandbox",
			"io.watchfloor.sandbox.defender.ApiServer", "io.watchfloor.defender.xdr.RawServer",
			"io.watchfloor.support.Browser", "io.watchfloor.support.Chromium",
			"io.watchfloor.support.RunningWatchfloor", "java.lang.ProcessBuilder", "com.sun.net.httpserver.HttpServer");

	private static final DescribedPredicate<JavaClass> START_SOMETHING = DescribedPredicate
		.describe("start a browser, a process or a server", (type) -> STARTERS.contains(type.getName()));

	@ArchTest
	static final ArchRule whatStartsABrowserAProcessOrAServerIsAnIntegrationTest = noClasses()
		.that(TESTS.and(DescribedPredicate.not(INTEGRATION_TESTS)))
		.should()
		.transitivelyDependOnClassesThat(START_SOMETHING);

	/**
	 * They start what the test that they repeat starts.
	 */
	private static final DescribedPredicate<JavaClass> REPEAT_A_TEST = DescribedPredicate
		.describe("repeat another test", (type) -> type.getRawSuperclass().filter(TESTS).isPresent());

	@ArchTest
	static final ArchRule everyIntegrationTestStartsABrowserAProcessOrAServer = classes()
		.that(TESTS.and(INTEGRATION_TESTS).and(DescribedPredicate.not(REPEAT_A_TEST)))
		.should()
		.transitivelyDependOnClassesThat(START_SOMETHING);

	@ArchTest
	static void aTestOfAClassLivesInThePackageOfThatClass(JavaClasses all) {
		Map<String, String> packages = all.stream()
			.filter((type) -> type.isTopLevelClass() && !isOfTests(type))
			.collect(Collectors.toMap(JavaClass::getSimpleName, JavaClass::getPackageName, (one, other) -> one));
		assertThat(all.stream().filter(TESTS)).isNotEmpty()
			.allSatisfy((test) -> assertThat(test.getPackageName()).as(test.getSimpleName())
				.isEqualTo(
						packages.getOrDefault(test.getSimpleName().replaceFirst("Tests$", ""), test.getPackageName())));
	}

	@ArchTest
	static void everyOtherPackageOfTestsIsARoomOfMainCode(JavaClasses all) {
		Set<String> rooms = all.stream()
			.filter((type) -> !isOfTests(type))
			.map(JavaClass::getPackageName)
			.collect(Collectors.toSet());
		assertThat(all.stream().filter(TestArchitectureTests::isOfTests).map(JavaClass::getPackageName).distinct())
			.filteredOn(Predicate.not(TestArchitectureTests::isForHelpers))
			.isSubsetOf(rooms);
	}

	/**
	 * A helper that other rooms use lives in a package {@code support}. It stays in a
	 * room only for what the room keeps to itself, such as a constructor.
	 */
	@ArchTest
	static void helpersOfOtherRoomsAreInSupport(JavaClasses all) {
		assertThat(all.stream()
			.filter(TestArchitectureTests::isOfTests)
			.filter((type) -> type.isTopLevelClass() && !TESTS.test(type) && !isForHelpers(type.getPackageName()))
			.filter(TestArchitectureTests::isUsedElsewhere)
			.filter(Predicate.not(TestArchitectureTests::opensItsRoom))).isEmpty();
	}

	@ArchTest
	static void everyPackageSaysWhatLivesThereAndWhereTheNextRoomIs(JavaClasses all) {
		all.stream().filter((type) -> !isOfTests(type)).map(JavaClass::getPackageName).distinct().forEach((name) -> {
			Path file = Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
			assertThat(sentences(file)).as("sentences in %s", file).isGreaterThanOrEqualTo(2);
		});
	}

	@ArchTest
	static void everyPackageOfTestsSaysWhatLivesThere(JavaClasses all) {
		all.stream()
			.filter(TestArchitectureTests::isOfTests)
			.map(JavaClass::getPackageName)
			.distinct()
			.forEach((name) -> {
				Path file = Path.of("src/test/java", name.replace('.', '/'), "package-info.java");
				assertThat(sentences(file)).as("sentences in %s", file).isPositive();
			});
	}

	private static boolean isOfTests(JavaClass type) {
		return type.getSource()
			.map((source) -> Location.of(source.getUri()))
			.filter((location) -> ImportOption.Predefined.ONLY_INCLUDE_TESTS.includes(location))
			.isPresent();
	}

	private static boolean isForHelpers(String packageName) {
		return packageName.endsWith(".support") || packageName.startsWith("io.watchfloor.sandbox")
				|| packageName.startsWith("io.watchfloor.soak") || packageName.equals("io.watchfloor.dist");
	}

	private static boolean isUsedElsewhere(JavaClass helper) {
		return helper.getDirectDependenciesToSelf()
			.stream()
			.map(Dependency::getOriginClass)
			.anyMatch((user) -> !user.getPackageName().equals(helper.getPackageName()));
	}

	private static boolean opensItsRoom(JavaClass helper) {
		return helper.getAccessesFromSelf()
			.stream()
			.map(JavaAccess::getTarget)
			.filter((target) -> target.getOwner().getPackageName().equals(helper.getPackageName())
					&& !isOfTests(target.getOwner()))
			.flatMap((target) -> target.resolveMember().stream())
			.anyMatch((member) -> !member.getModifiers().contains(JavaModifier.PUBLIC));
	}

	private static long sentences(Path packageInfo) {
		try {
			Matcher comment = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL)
				.matcher(Files.readString(packageInfo));
			return comment.find() ? Pattern.compile("[.](?:\\s|$)").matcher(comment.group(1)).results().count() : 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
