#include "arrow.hpp"

#include <stdexcept>
#include <utility>

namespace thoihan::python {
namespace {

constexpr std::int64_t is_nullable = 2;  // a flag of the interface

template <class T>
T* pointer_in(const py::object& capsule, const char* name) {
    void* pointer = PyCapsule_GetPointer(capsule.ptr(), name);
    if (pointer == nullptr) throw py::error_already_set();
    return static_cast<T*>(pointer);
}

/// Moves what a capsule holds into an owner that releases it; the capsule keeps a released struct, as the interface
/// asks.
template <class T>
std::shared_ptr<T> take(T& held) {
    auto owner = std::shared_ptr<T>(new T(held), [](T* last) {
        if (last->release != nullptr) last->release(last);
        delete last;
    });
    held.release = nullptr;
    return owner;
}

// ---- Our columns, handed over.

struct exported_array {
    std::shared_ptr<const arrow_storage> storage;
    std::vector<const void*> buffers;
};

void release_schema(arrow_schema* schema) {
    delete static_cast<std::string*>(schema->owned);
    schema->release = nullptr;
}

void release_array(arrow_array* array) {
    delete static_cast<exported_array*>(array->owned);
    array->release = nullptr;
}

/// Deletes the struct of a capsule that nobody took, or whose content was taken.
template <class T>
void destroy(PyObject* capsule) {
    auto* held = static_cast<T*>(PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule)));
    if (held->release != nullptr) held->release(held);
    delete held;
}

template <class T>
py::object capsule_of(std::unique_ptr<T> held, const char* name) {
    auto capsule = py::reinterpret_steal<py::object>(PyCapsule_New(held.get(), name, &destroy<T>));
    if (!capsule) {
        held->release(held.get());
        throw py::error_already_set();
    }
    static_cast<void>(held.release());
    return capsule;
}

}  // namespace

arrow_column take_arrow(py::handle object) {
    arrow_column column;
    if (py::hasattr(object, "__arrow_c_array__")) {
        const auto pair = object.attr("__arrow_c_array__")().cast<py::tuple>();
        const auto schema = take(*pointer_in<arrow_schema>(pair[0], "arrow_schema"));
        column.format = schema->format;
        column.is_dictionary = schema->dictionary != nullptr;
        column.chunks.push_back(take(*pointer_in<arrow_array>(pair[1], "arrow_array")));
        return column;
    }
    const py::object capsule = object.attr("__arrow_c_stream__")();
    const auto stream = take(*pointer_in<arrow_array_stream>(capsule, "arrow_array_stream"));
    const auto check = [&](int code) {
        if (code == 0) return;
        const char* said = stream->last_error(stream.get());
        throw std::runtime_error(said != nullptr ? said : "an Arrow stream broke off");
    };
    arrow_schema schema{};
    check(stream->next_schema(stream.get(), &schema));
    const auto owner = take(schema);
    column.format = owner->format;
    column.is_dictionary = owner->dictionary != nullptr;
    while (true) {
        arrow_array chunk{};
        check(stream->next_array(stream.get(), &chunk));
        if (chunk.release == nullptr) return column;
        column.chunks.push_back(take(chunk));
    }
}

py::tuple arrow_answer::capsules() const {
    auto format = std::make_unique<std::string>(storage_->format);
    auto schema = std::make_unique<arrow_schema>();
    schema->format = format->c_str();
    schema->name = "";
    schema->flags = is_nullable;
    schema->release = &release_schema;
    schema->owned = format.release();
    const py::object schema_capsule = capsule_of(std::move(schema), "arrow_schema");

    auto held = std::make_unique<exported_array>();
    held->storage = storage_;
    for (const auto& buffer : storage_->buffers) held->buffers.push_back(buffer.get());
    auto array = std::make_unique<arrow_array>();
    array->length = static_cast<std::int64_t>(storage_->length);
    array->null_count = static_cast<std::int64_t>(storage_->missing);
    array->buffer_count = static_cast<std::int64_t>(held->buffers.size());
    array->buffers = held->buffers.data();
    array->release = &release_array;
    array->owned = held.release();
    return py::make_tuple(schema_capsule, capsule_of(std::move(array), "arrow_array"));
}

void register_arrow(py::module_& module) {
    py::class_<arrow_answer>(module, "ArrowAnswer", "A column of answers, read through the Arrow C data interface.")
        .def(
            "__arrow_c_array__", [](const arrow_answer& self, const py::object&) { return self.capsules(); },
            py::arg("requested_schema") = py::none());
}

}  // namespace thoihan::python
