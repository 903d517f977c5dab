package io.dovira.command.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Whether the forms of a page are those of the commands that controllers take. */
public final class FormsOfCommands {
    private FormsOfCommands() {}

    /** @param without commands that have no form on the page */
    public static void assertAgree(List<ActForm> forms, Set<String> without, Class<?>... controllers) {
        TreeMap<String, Set<String>> commands = new TreeMap<>();
        Stream.of(controllers)
                .flatMap(controller -> Stream.of(controller.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(PostMapping.class))
                .forEach(method -> Arrays.stream(
                                method.getAnnotation(PostMapping.class).value())
                        .filter(path -> path.matches("/\\{\\w+}/[a-z-]+"))
                        .forEach(path -> commands.put(path.replaceFirst("/\\{\\w+}/", ""), fields(method))));
        commands.keySet().removeAll(without);

        assertThat(forms).extracting(ActForm::act).containsExactlyInAnyOrderElementsOf(commands.keySet());
        assertThat(forms)
                .allSatisfy(form -> assertThat(form.fields())
                        .as(form.act())
                        .extracting(ActForm.Field::name)
                        .isSubsetOf(commands.get(form.act())));
    }

    private static Set<String> fields(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .flatMap(parameter -> Arrays.stream(parameter.getType().getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
